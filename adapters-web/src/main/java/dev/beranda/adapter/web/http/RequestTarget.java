package dev.beranda.adapter.web.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/// What a request asks for. Only one spelling of an address is let in, so that rules, limits and routes cannot be
/// talked into deciding about different ones.
sealed interface RequestTarget {

    /// @param value path and query; the path has no slash at its end
    /// @param authority the host a client named in the target itself, as it does when it takes us for a proxy
    record Canonical(String value, Optional<String> authority) implements RequestTarget {}

    /// Well-formed, but spelt as no address of ours is.
    record Foreign() implements RequestTarget {}

    record Garbled() implements RequestTarget {}

    static RequestTarget parse(String raw) {
        if (raw.startsWith("/")) {
            return Reading.of(raw, Optional.empty());
        }
        int scheme =
                raw.regionMatches(true, 0, "http://", 0, 7) ? 7 : raw.regionMatches(true, 0, "https://", 0, 8) ? 8 : 0;
        if (scheme == 0) {
            return new Garbled();
        }
        int end = scheme;
        while (end < raw.length() && raw.charAt(end) != '/' && raw.charAt(end) != '?') {
            end++;
        }
        String rest = raw.substring(end);
        return Reading.of(rest.startsWith("/") ? rest : "/" + rest, Optional.of(raw.substring(scheme, end)));
    }

    /// One pass over the characters; almost every request needs nothing more.
    final class Reading {

        private static final boolean[] IN_PATH = letters("-._~!$&'()*+,=:@/%");
        private static final boolean[] IN_QUERY = letters("-._~!$&'()*+,=:@/%?;[]");
        /// What browsers send as it is, though it should have been escaped.
        private static final boolean[] ESCAPED_IN_QUERY = letters("|^`{}\"<>\\");

        private final String raw;
        private final int pathEnd;
        private boolean foreign;
        private boolean garbled;
        private boolean beyondAscii;
        private boolean toEscape;

        private Reading(String raw) {
            this.raw = raw;
            int question = raw.indexOf('?');
            this.pathEnd = question < 0 ? raw.length() : question;
        }

        static RequestTarget of(String raw, Optional<String> authority) {
            Reading reading = new Reading(raw);
            reading.readPath();
            reading.readQuery();
            if (reading.garbled || reading.beyondAscii && !reading.isUnicode()) {
                return new Garbled();
            }
            return reading.foreign ? new Foreign() : new Canonical(reading.canonical(), authority);
        }

        private static boolean[] letters(String others) {
            boolean[] letters = new boolean[128];
            for (char c = 0; c < letters.length; c++) {
                letters[c] = Character.isLetterOrDigit(c) || others.indexOf(c) >= 0;
            }
            return letters;
        }

        private void readPath() {
            int segment = 1;
            for (int i = 0; i < pathEnd; i++) {
                char c = raw.charAt(i);
                if (c == '/') {
                    foreign |= i > 0 && i == segment || isDots(segment, i);
                    segment = i + 1;
                } else if (c == '%') {
                    readEscapeInPath(i);
                } else if (c == ';' || c == '\\') {
                    foreign = true;
                } else {
                    garbled |= c >= IN_PATH.length || !IN_PATH[c];
                }
            }
            foreign |= isDots(segment, pathEnd);
        }

        private boolean isDots(int from, int to) {
            return switch (to - from) {
                case 1 -> raw.charAt(from) == '.';
                case 2 -> raw.charAt(from) == '.' && raw.charAt(from + 1) == '.';
                default -> false;
            };
        }

        /// An escape that stands for a character which has no need of one, or which would change the path's structure
        /// once decoded, is a second spelling of something.
        private void readEscapeInPath(int at) {
            int value = readEscape(at, pathEnd);
            garbled |= value >= 0 && value < ' ' || value == 127;
            foreign |= Character.isLetterOrDigit(value) && value < 128 || value >= 0 && "-._~/\\;%".indexOf(value) >= 0;
        }

        private int readEscape(int at, int end) {
            if (at + 2 >= end
                    || !HexFormat.isHexDigit(raw.charAt(at + 1))
                    || !HexFormat.isHexDigit(raw.charAt(at + 2))) {
                garbled = true;
                return -1;
            }
            int value = HexFormat.fromHexDigits(raw, at + 1, at + 3);
            beyondAscii |= value > 127;
            return value;
        }

        private void readQuery() {
            for (int i = pathEnd + 1; i < raw.length(); i++) {
                char c = raw.charAt(i);
                if (c == '%') {
                    readEscape(i, raw.length());
                } else if (c < IN_QUERY.length && ESCAPED_IN_QUERY[c] && !IN_QUERY[c]) {
                    toEscape = true;
                } else {
                    garbled |= c >= IN_QUERY.length || !IN_QUERY[c];
                }
            }
        }

        private boolean isUnicode() {
            ByteBuffer bytes = ByteBuffer.allocate(raw.length());
            for (int i = 0; i < raw.length(); i++) {
                if (raw.charAt(i) == '%') {
                    bytes.put((byte) HexFormat.fromHexDigits(raw, i + 1, i + 3));
                    i += 2;
                } else {
                    bytes.put((byte) raw.charAt(i));
                }
            }
            try {
                StandardCharsets.UTF_8.newDecoder().decode(bytes.flip());
                return true;
            } catch (CharacterCodingException e) {
                return false;
            }
        }

        private String canonical() {
            boolean slash = pathEnd > 1 && raw.charAt(pathEnd - 1) == '/';
            if (!slash && !toEscape) {
                return raw;
            }
            return raw.substring(0, slash ? pathEnd - 1 : pathEnd)
                    + (toEscape ? escapedQuery() : raw.substring(pathEnd));
        }

        private String escapedQuery() {
            StringBuilder query = new StringBuilder(raw.length() - pathEnd + 16);
            for (int i = pathEnd; i < raw.length(); i++) {
                char c = raw.charAt(i);
                if (ESCAPED_IN_QUERY[c] && !IN_QUERY[c]) {
                    query.append('%').append(HexFormat.of().withUpperCase().toHexDigits((byte) c));
                } else {
                    query.append(c);
                }
            }
            return query.toString();
        }
    }
}
