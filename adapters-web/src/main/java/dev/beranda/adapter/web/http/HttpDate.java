package dev.beranda.adapter.web.http;

import io.netty.util.AsciiString;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// The time as HTTP writes it, spelt out once a second and not once an answer.
final class HttpDate {

    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private volatile Spelling latest = new Spelling(Long.MIN_VALUE, AsciiString.EMPTY_STRING);

    private record Spelling(long second, AsciiString text) {}

    AsciiString now() {
        long second = System.currentTimeMillis() / 1000;
        Spelling spelling = latest;
        if (spelling.second() != second) {
            spelling = new Spelling(second, AsciiString.of(FORMAT.format(Instant.ofEpochSecond(second))));
            latest = spelling;
        }
        return spelling.text();
    }
}
