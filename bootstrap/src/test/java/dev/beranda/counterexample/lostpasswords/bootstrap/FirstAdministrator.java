package dev.beranda.counterexample.lostpasswords.bootstrap;

import dev.beranda.counterexample.lostpasswords.domain.credential.Password;

record FirstAdministrator(Password password) {}
