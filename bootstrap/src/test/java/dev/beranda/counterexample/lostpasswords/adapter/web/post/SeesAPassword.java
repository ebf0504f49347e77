package dev.beranda.counterexample.lostpasswords.adapter.web.post;

import dev.beranda.counterexample.lostpasswords.domain.credential.Password;

record SeesAPassword(Password password) {}
