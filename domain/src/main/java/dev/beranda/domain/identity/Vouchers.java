package dev.beranda.domain.identity;

import java.util.Optional;

/// Those who may come in at this moment.
public interface Vouchers {

    void add(Voucher voucher);

    /// Uses it up. Of many who do at once, one gets it.
    Optional<Voucher> take(VoucherId id);
}
