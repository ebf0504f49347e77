package dev.beranda.domain.identity;

import java.util.UUID;

/// Names one voucher. Nobody comes in with it: a code is more than the id.
public record VoucherId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
