package dev.beranda.counterexample.lostpasswords.adapter.security.password;

import dev.beranda.counterexample.lostpasswords.domain.credential.Password;

record Hashes(Password password) {}
