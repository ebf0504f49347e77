package dev.beranda.adapter.web.input;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Reads an HTML form (`application/x-www-form-urlencoded`), as strictly as JSON: no name twice, and nothing that
/// is not UTF-8. Were it replaced by something that is, two passwords could become one.
final class FormText {

    private static final int MOST_FIELDS = 100;

    private FormText() {}

    static Optional<Map<String, Object>> fields(byte[] bytes) {
        // A letter for each byte at first, as what the bytes mean is known when those that are encoded are there, too.
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        Map<String, Object> fields = new LinkedHashMap<>();
        for (String pair : text.split("&", MOST_FIELDS + 1)) {
            int equals = pair.indexOf('=');
            if (equals < 0 || fields.size() == MOST_FIELDS) {
                return Optional.empty();
            }
            try {
                Object value = decoded(pair.substring(equals + 1));
                if (fields.put(decoded(pair.substring(0, equals)), value) != null) {
                    return Optional.empty();
                }
            } catch (IllegalArgumentException | CharacterCodingException notEncoded) {
                return Optional.empty();
            }
        }
        return Optional.of(fields);
    }

    private static String decoded(String letters) throws CharacterCodingException {
        byte[] bytes = URLDecoder.decode(letters, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.ISO_8859_1);
        return StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }
}
