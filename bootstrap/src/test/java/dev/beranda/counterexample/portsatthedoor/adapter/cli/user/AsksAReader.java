package dev.beranda.counterexample.portsatthedoor.adapter.cli.user;

import dev.beranda.counterexample.portsatthedoor.application.user.UserReader;

record AsksAReader(UserReader users) {}
