package dev.beranda.counterexample.worldlydomain.domain.user;

import java.net.InetSocketAddress;

record CallsAServer(InetSocketAddress server) {}
