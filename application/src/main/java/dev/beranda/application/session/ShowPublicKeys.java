package dev.beranda.application.session;

import dev.beranda.domain.session.PublishedKeys;
import dev.beranda.domain.session.SigningKey;
import java.util.List;

/// Show the public keys, each as a JSON Web Key, so that others can check our tokens without asking us.
public final class ShowPublicKeys {

    private final PublishedKeys keys;

    public ShowPublicKeys(PublishedKeys keys) {
        this.keys = keys;
    }

    public List<String> show() {
        return keys.published().stream().map(SigningKey::publicKey).toList();
    }
}
