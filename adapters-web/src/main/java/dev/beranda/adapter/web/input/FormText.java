package dev.beranda.adapter.web.input;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Reads an HTML form (`application/x-www-form-urlencoded`), as strictly as JSON: no name twice.
final class FormText {

    private static final int MOST_FIELDS = 100;

    private FormText() {}

    static Optional<Map<String, Object>> fields(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.US_ASCII);
        Map<String, Object> fields = new LinkedHashMap<>();
        for (String pair : text.split("&", MOST_FIELDS + 1)) {
            int equals = pair.indexOf('=');
            if (equals < 0 || fields.size() == MOST_FIELDS) {
                return Optional.empty();
            }
            try {
                String name = URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8);
                Object value = URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8);
                if (fields.put(name, value) != null) {
                    return Optional.empty();
                }
            } catch (IllegalArgumentException notEncoded) {
                return Optional.empty();
            }
        }
        return Optional.of(fields);
    }
}
