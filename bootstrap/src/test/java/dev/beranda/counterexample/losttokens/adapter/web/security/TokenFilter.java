package dev.beranda.counterexample.losttokens.adapter.web.security;

import dev.beranda.counterexample.losttokens.domain.session.RefreshToken;

record TokenFilter(RefreshToken token) {}
