package dev.beranda.adapter.security.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/// One JSON object of strings and whole numbers, which is all that we write into tokens and keys. Anything else is
/// malformed: other values, anything nested, a name that comes twice, whatever follows the object.
final class FlatJson {

    private static final JsonFactory JSON = new JsonFactory();
    private static final long END_OF_TIME =
            Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

    private final Map<String, Object> members;

    private FlatJson(Map<String, Object> members) {
        this.members = members;
    }

    static FlatJson read(byte[] utf8) {
        try (JsonParser json = JSON.createParser(
                UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString())) {
            return new FlatJson(readObject(json));
        } catch (IOException _) {
            throw new Malformed("not JSON");
        }
    }

    boolean has(String name) {
        return members.containsKey(name);
    }

    String text(String name) {
        if (members.get(name) instanceof String text) {
            return text;
        }
        throw new Malformed("no text: " + name);
    }

    long number(String name) {
        if (members.get(name) instanceof Long number) {
            return number;
        }
        throw new Malformed("no whole number: " + name);
    }

    int count(String name) {
        long number = number(name);
        if (number < 0 || number > Integer.MAX_VALUE) {
            throw new Malformed("no count: " + name);
        }
        return (int) number;
    }

    /// An identifier in the only spelling we use.
    UUID uuid(String name) {
        String text = text(name);
        UUID uuid = uuidOf(text);
        if (!uuid.toString().equals(text)) {
            throw new Malformed("not the usual spelling: " + name);
        }
        return uuid;
    }

    /// A time in seconds since 1970.
    Instant instant(String name) {
        long seconds = number(name);
        if (seconds < 0 || seconds > END_OF_TIME) {
            throw new Malformed("no sane time: " + name);
        }
        return Instant.ofEpochSecond(seconds);
    }

    private static Map<String, Object> readObject(JsonParser json) throws IOException {
        var members = new HashMap<String, Object>();
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new Malformed("no object");
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            if (members.put(json.currentName(), readValue(json)) != null) {
                throw new Malformed("a name comes twice");
            }
        }
        if (json.nextToken() != null) {
            throw new Malformed("something follows the object");
        }
        return members;
    }

    private static Object readValue(JsonParser json) throws IOException {
        return switch (json.nextToken()) {
            case VALUE_STRING -> json.getText();
            case VALUE_NUMBER_INT -> json.getLongValue();
            default -> throw new Malformed("neither text nor whole number");
        };
    }

    private static UUID uuidOf(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException _) {
            throw new Malformed("no identifier");
        }
    }
}
