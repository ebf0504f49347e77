package dev.beranda.domain.shared;

import java.util.Locale;

/// Where a request came from, as far as the network can be believed: a literal IPv4 or IPv6 address.
public record ClientAddress(String value) {

    public ClientAddress {
        if (value.isEmpty() || value.length() > 45) {
            throw new IllegalArgumentException("not an address");
        }
        value = value.toLowerCase(Locale.ROOT);
    }
}
