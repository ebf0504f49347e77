package dev.beranda.domain.shared;

/// Where a request came from, as far as the network can be believed.
///
/// @param value a literal IPv4 or IPv6 address in its canonical spelling
/// @param network the part of the net that one party holds, and so what is counted: the address itself for IPv4, the
///     /64 for IPv6
public record ClientAddress(String value, String network) {

    /// What a provider keeps together, and so what stays the same when a telephone gets another address: the /16 for
    /// IPv4, the /32 for IPv6.
    public String neighbourhood() {
        String separator = value.indexOf(':') < 0 ? "." : ":";
        int first = value.indexOf(separator);
        int second = value.indexOf(separator, first + 1);
        return second < 0 ? value : value.substring(0, second);
    }
}
