package dev.beranda.adapter.web.http;

/// A stretch of addresses in CIDR notation; a single address is the shortest of them.
record AddressRange(IpAddress base, int prefix) {

    static AddressRange parse(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        IpAddress base = IpAddress.parse(address).orElseThrow(() -> refused(text));
        int prefix = slash < 0 ? base.width() : prefix(text, slash);
        if (prefix > base.width()) {
            throw refused(text);
        }
        return new AddressRange(base, prefix);
    }

    private static int prefix(String text, int slash) {
        String digits = text.substring(slash + 1);
        if (!digits.matches("\\d{1,3}")) {
            throw refused(text);
        }
        return Integer.parseInt(digits);
    }

    private static IllegalArgumentException refused(String text) {
        return new IllegalArgumentException(
                "BERANDA_TRUSTED_PROXIES: '%s' is neither an address nor a CIDR range".formatted(text));
    }

    boolean contains(IpAddress address) {
        return base.shares(address, prefix);
    }
}
