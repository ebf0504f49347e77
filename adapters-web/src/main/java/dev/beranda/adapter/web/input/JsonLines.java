package dev.beranda.adapter.web.input;

import io.micronaut.http.MediaType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Reads lines with a JSON object each (NDJSON), every one as strictly as if it were alone. A list that is too long to
/// be held as one object can be cut anywhere between two lines.
final class JsonLines {

    static final String TYPE = "application/x-ndjson";

    static final MediaType MEDIA_TYPE = MediaType.of(TYPE);

    private JsonLines() {}

    /// A `Map` for each line that has an object in it, something else for each that has not; empty lines are none.
    static List<Object> rows(byte[] bytes) {
        List<Object> rows = new ArrayList<>();
        int begin = 0;
        for (int at = 0; at <= bytes.length; at++) {
            if (at == bytes.length || bytes[at] == '\n') {
                byte[] line = Arrays.copyOfRange(bytes, begin, at);
                if (!isBlank(line)) {
                    rows.add(StrictJson.object(line)
                            .<Object>map(object -> object)
                            .orElse(StrictJson.NULL));
                }
                begin = at + 1;
            }
        }
        return rows;
    }

    private static boolean isBlank(byte[] line) {
        for (byte letter : line) {
            if (letter != ' ' && letter != '\t' && letter != '\r') {
                return false;
            }
        }
        return true;
    }
}
