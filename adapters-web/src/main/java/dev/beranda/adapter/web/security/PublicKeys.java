package dev.beranda.adapter.web.security;

import com.nimbusds.jose.jwk.JWK;
import dev.beranda.application.session.ShowPublicKeys;
import io.micronaut.security.token.jwt.endpoints.JwkProvider;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.util.List;

/// Gives the framework's key set endpoint (`/.well-known/jwks.json`) our public keys.
@Singleton
final class PublicKeys implements JwkProvider {

    private final ShowPublicKeys showPublicKeys;

    PublicKeys(ShowPublicKeys showPublicKeys) {
        this.showPublicKeys = showPublicKeys;
    }

    @Override
    public List<JWK> retrieveJsonWebKeys() {
        return showPublicKeys.show().stream().map(PublicKeys::key).toList();
    }

    private static JWK key(String json) {
        try {
            return JWK.parse(json).toPublicJWK();
        } catch (ParseException notAKey) {
            throw new IllegalStateException("a published key that is none", notAKey);
        }
    }
}
