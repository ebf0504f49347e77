package dev.beranda.adapter.oauth;

import dev.beranda.domain.identity.Outsider;
import java.net.URI;

/// One provider, spoken to in its dialect.
interface Counterpart {

    /// Where a browser goes to be vouched for.
    URI address(Departure departure, Deadline deadline) throws Unanswered, Unbelievable;

    /// Who came back.
    Outsider hear(Return arrival, Deadline deadline) throws Unanswered, Unbelievable;

    /// What a browser takes along.
    ///
    /// @param callback where it is to come back to
    record Departure(URI callback, String state, String nonce, String challenge) {}

    /// What is shown of a browser that came back. Without a text form, for there are secrets in it.
    final class Return {

        private final URI callback;
        private final String code;
        private final String nonce;
        private final String verifier;

        Return(URI callback, String code, String nonce, String verifier) {
            this.callback = callback;
            this.code = code;
            this.nonce = nonce;
            this.verifier = verifier;
        }

        URI callback() {
            return callback;
        }

        String code() {
            return code;
        }

        String nonce() {
            return nonce;
        }

        String verifier() {
            return verifier;
        }
    }
}
