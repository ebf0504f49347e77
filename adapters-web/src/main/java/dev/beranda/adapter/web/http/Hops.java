package dev.beranda.adapter.web.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The way a request took, as the proxies wrote it down: each adds the address it was spoken to from at the right end.
///
/// Whatever a client itself puts in front stays at the left, and is read only as far as trust reaches.
record Hops(List<String> nodes) {

    private static final String FOR = "for=";

    static Optional<Hops> forwardedFor(List<String> lines) {
        List<String> nodes = new ArrayList<>();
        for (String line : lines) {
            for (String node : line.split(",", -1)) {
                nodes.add(node.strip());
            }
        }
        return Optional.of(new Hops(nodes));
    }

    /// RFC 7239. Empty when the field cannot be taken apart, for then nobody knows which entry is the last.
    static Optional<Hops> forwarded(List<String> lines) {
        List<String> nodes = new ArrayList<>();
        for (String line : lines) {
            Optional<List<String>> elements = split(line, ',');
            if (elements.isEmpty()) {
                return Optional.empty();
            }
            elements.get().forEach(element -> nodes.add(node(element)));
        }
        return Optional.of(new Hops(nodes));
    }

    private static String node(String element) {
        List<String> fors = split(element, ';').orElse(List.of()).stream()
                .map(String::strip)
                .filter(pair -> pair.regionMatches(true, 0, FOR, 0, FOR.length()))
                .map(pair -> unquoted(pair.substring(FOR.length())))
                .toList();
        return fors.size() == 1 ? fors.getFirst() : "";
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    /// Splits outside of quotation marks. A backslash never occurs in an address, so one makes the whole unreadable.
    private static Optional<List<String>> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                return Optional.empty();
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == separator && !quoted) {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(text.substring(start));
        return quoted ? Optional.empty() : Optional.of(parts);
    }

    /// The address of one entry: bare, in brackets, or either with a port.
    static Optional<IpAddress> address(String node) {
        String host = node;
        if (node.startsWith("[")) {
            int end = node.indexOf(']');
            if (end < 0 || !isPortOrNothing(node.substring(end + 1))) {
                return Optional.empty();
            }
            host = node.substring(1, end);
        } else if (node.indexOf('.') > 0 && node.indexOf(':') == node.lastIndexOf(':') && node.indexOf(':') > 0) {
            int colon = node.indexOf(':');
            if (!isPortOrNothing(node.substring(colon))) {
                return Optional.empty();
            }
            host = node.substring(0, colon);
        }
        return IpAddress.parse(host);
    }

    private static boolean isPortOrNothing(String text) {
        return text.isEmpty() || text.matches(":\\d{1,5}");
    }
}
