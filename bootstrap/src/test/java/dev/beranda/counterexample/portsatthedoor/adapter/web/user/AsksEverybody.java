package dev.beranda.counterexample.portsatthedoor.adapter.web.user;

import dev.beranda.counterexample.portsatthedoor.domain.user.Users;

record AsksEverybody(Users users) {}
