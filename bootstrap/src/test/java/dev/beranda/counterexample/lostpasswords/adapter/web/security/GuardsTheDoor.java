package dev.beranda.counterexample.lostpasswords.adapter.web.security;

import dev.beranda.counterexample.lostpasswords.domain.credential.Password;

record GuardsTheDoor(Password password) {}
