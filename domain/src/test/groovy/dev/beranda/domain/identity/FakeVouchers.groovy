package dev.beranda.domain.identity

import dev.beranda.domain.shared.Restorable

class FakeVouchers implements Vouchers, Restorable {

    private Map<VoucherId, Voucher> waiting = [:]

    @Override
    synchronized void add(Voucher voucher) {
        waiting += [(voucher.id()): voucher]
    }

    @Override
    synchronized Optional<Voucher> take(VoucherId id) {
        def found = Optional.ofNullable(waiting[id])
        waiting = waiting.findAll { it.key != id }
        found
    }

    @Override
    synchronized Runnable presentState() {
        def waiting = this.waiting
        return { this.waiting = waiting }
    }
}
