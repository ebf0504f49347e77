package dev.beranda.counterexample.portsatthedoor.adapter.queue.user;

import dev.beranda.counterexample.portsatthedoor.domain.user.Welcome;

record AsksBehindABack(Welcome welcome) {}
