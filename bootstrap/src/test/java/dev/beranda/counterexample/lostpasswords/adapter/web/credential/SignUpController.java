package dev.beranda.counterexample.lostpasswords.adapter.web.credential;

import dev.beranda.counterexample.lostpasswords.domain.credential.Password;

record SignUpController(Password password) {}
