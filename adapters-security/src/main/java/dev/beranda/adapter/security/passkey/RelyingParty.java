package dev.beranda.adapter.security.passkey;

import java.util.Set;

/// Who we are to devices.
///
/// @param id the name of our host, which passkeys are bound to
/// @param origins whose pages may ask for passkeys, as browsers spell them
public record RelyingParty(String id, Set<String> origins) {

    public RelyingParty {
        origins = Set.copyOf(origins);
    }
}
