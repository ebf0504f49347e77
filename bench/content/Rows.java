import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// Rows in the text form of COPY.
final class Rows {

    private final StringBuilder text = new StringBuilder(1 << 16);
    private boolean begun;

    Rows add(Object value) {
        text.append(begun ? "\t" : "");
        begun = true;
        switch (value) {
            case null -> text.append("\\N");
            case UUID[] ids -> array(ids);
            case String[] words -> array(words);
            case byte[] bytes -> bytes(bytes);
            default -> escape(value.toString());
        }
        return this;
    }

    void end() {
        text.append('\n');
        begun = false;
    }

    byte[] take() {
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        text.setLength(0);
        return bytes;
    }

    private void array(UUID[] ids) {
        text.append('{');
        for (int i = 0; i < ids.length; i++) {
            text.append(i == 0 ? "" : ",").append(ids[i]);
        }
        text.append('}');
    }

    private void array(String[] words) {
        text.append('{');
        for (int i = 0; i < words.length; i++) {
            text.append(i == 0 ? "\"" : ",\"");
            escape(words[i].replace("\\", "\\\\").replace("\"", "\\\""));
            text.append('"');
        }
        text.append('}');
    }

    private void bytes(byte[] bytes) {
        text.append("\\\\x");
        for (byte one : bytes) {
            text.append(Character.forDigit(one >> 4 & 15, 16)).append(Character.forDigit(one & 15, 16));
        }
    }

    private void escape(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            char character = raw.charAt(i);
            switch (character) {
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> text.append(character);
            }
        }
    }
}
