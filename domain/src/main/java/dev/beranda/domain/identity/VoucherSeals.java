package dev.beranda.domain.identity;

import java.util.Optional;

/// Makes the code out of a voucher's id, always the same, and reads it again.
public interface VoucherSeals {

    VoucherCode codeOf(VoucherId id);

    /// The voucher this code was made of, if it was made by us.
    Optional<VoucherId> open(VoucherCode code);

    /// The digest by which a browser is compared.
    String digestOf(BrowserKey browser);

    /// The challenge that a verifier meets, by RFC 7636.
    String challengeOf(String verifier);
}
