package dev.beranda.domain.identity;

import java.util.List;
import java.util.Optional;

/// The pages browsers may be sent back to.
public final class ReturnAddresses {

    private final ReturnAddress usual;
    private final List<String> origins;
    private final List<ReturnAddress> pages;

    /// @param usual for who names none
    /// @param origins of which every page will do
    /// @param pages that will do exactly as they are spelt
    public ReturnAddresses(ReturnAddress usual, List<String> origins, List<ReturnAddress> pages) {
        this.usual = usual;
        this.origins = List.copyOf(origins);
        this.pages = List.copyOf(pages);
    }

    /// @param raw empty for the usual one
    public Optional<ReturnAddress> find(String raw) {
        return raw.isEmpty() ? Optional.of(usual) : ReturnAddress.parse(raw).filter(this::isListed);
    }

    private boolean isListed(ReturnAddress address) {
        return origins.contains(address.origin()) || pages.contains(address);
    }
}
