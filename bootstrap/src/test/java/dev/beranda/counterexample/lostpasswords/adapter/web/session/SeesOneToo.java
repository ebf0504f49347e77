package dev.beranda.counterexample.lostpasswords.adapter.web.session;

import dev.beranda.counterexample.lostpasswords.domain.credential.Password;

record SeesOneToo(Password password) {}
