package dev.beranda.application.identity;

import dev.beranda.domain.identity.Identity;
import dev.beranda.domain.identity.IdentityId;
import dev.beranda.domain.identity.Provider;
import java.time.Instant;

/// One line of the list of doors from outside.
public record IdentityView(IdentityId id, Provider provider, String label, Instant linkedAt) {

    static IdentityView of(Identity identity) {
        return new IdentityView(identity.id(), identity.provider(), identity.label(), identity.linkedAt());
    }
}
