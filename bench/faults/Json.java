import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// As much JSON as it takes to read answers whose shape we know.
final class Json {

    private Json() {}

    /// The first text of that name.
    static Optional<String> text(String json, String name) {
        return texts(json, name).stream().findFirst();
    }

    static List<String> texts(String json, String name) {
        return Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"\\\\]*)\"")
                .matcher(json)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /// The session an access token belongs to.
    static String sessionOf(String access) {
        var payload = Base64.getUrlDecoder().decode(access.split("\\.")[1]);
        return text(new String(payload, StandardCharsets.UTF_8), "sid")
                .orElseThrow(() -> new IllegalStateException("an access token without a session"));
    }
}
