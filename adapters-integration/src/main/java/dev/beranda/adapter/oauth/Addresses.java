package dev.beranda.adapter.oauth;

import dev.beranda.domain.identity.Outsider.Reach;
import dev.beranda.domain.shared.EmailAddress;
import dev.beranda.domain.shared.Parsed;

/// What a provider says of an address, in our words.
final class Addresses {

    private Addresses() {}

    static Reach reach(String raw, boolean verified) {
        if (!(EmailAddress.parse(raw) instanceof Parsed.Valid<EmailAddress>(var address))) {
            return new Reach.Unknown();
        }
        return verified ? new Reach.Verified(address) : new Reach.Claimed(address);
    }
}
