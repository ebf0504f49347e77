package dev.beranda.counterexample.worldlydomain.domain.user;

import java.net.IDN;
import java.nio.charset.StandardCharsets;

public record SpeaksAnyLanguage(byte[] text) {

    public String host() {
        return IDN.toASCII(new String(text, StandardCharsets.UTF_8));
    }
}
