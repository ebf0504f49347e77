package dev.beranda.adapter.security.token;

/// Who makes the access tokens, and for whom: the `iss` and the `aud` of each.
public record TokenParties(String issuer, String audience) {

    public TokenParties {
        if (issuer.isBlank() || audience.isBlank()) {
            throw new IllegalArgumentException("access tokens need an issuer and an audience");
        }
    }
}
