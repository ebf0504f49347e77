package dev.beranda.bootstrap.wiring;

import dev.beranda.adapter.persistence.feed.Subscriber;
import dev.beranda.adapter.security.token.SigningKeyRing;

/// Lets the key ring know when a key was added or forgotten, by whichever node.
final class KeyNews implements Subscriber {

    private final SigningKeyRing ring;

    KeyNews(SigningKeyRing ring) {
        this.ring = ring;
    }

    @Override
    public void reread() {
        ring.reload();
    }

    @Override
    public void hear(String what) {
        ring.reload();
    }
}
