import java.net.http.HttpHeaders;
import java.util.Optional;
import java.util.regex.Pattern;

/// What came back for a request: an answer, or nothing.
sealed interface Reply {

    /// @param cause in a word or two, to count by
    record Silence(String cause) implements Reply {}

    record Answer(int status, HttpHeaders headers, String body) implements Reply {

        private static final Pattern INSIDES =
                Pattern.compile("(?i)sqlstate|exception|org\\.|java\\.|dev\\.beranda|postgres"
                        + "|hikari|jdbc|jooq|select |insert |\\bat [a-z]+\\.");

        /// Says it cannot just now and when to come again, as the contract wants it said.
        boolean asksToComeAgain() {
            return (status == 503 || status == 429)
                    && headers.firstValue("Retry-After")
                            .filter(seconds -> seconds.matches("[0-9]{1,3}"))
                            .isPresent()
                    && headers.firstValue("Content-Type")
                            .filter(type -> type.startsWith("application/problem+json"))
                            .isPresent()
                    && Json.text(body, "code").isPresent();
        }

        boolean tellsOfInsides() {
            return status >= 400 && INSIDES.matcher(body).find();
        }

        Optional<String> find(String field) {
            return Json.text(body, field);
        }
    }

    default boolean isGood() {
        return this instanceof Answer answer && answer.status() >= 200 && answer.status() < 300;
    }

    default boolean is(int wanted) {
        return this instanceof Answer answer && answer.status() == wanted;
    }

    /// Of a good answer.
    default String text(String field) {
        return switch (this) {
            case Answer answer ->
                answer.find(field).orElseThrow(() -> new IllegalStateException("no " + field + " in " + answer.body()));
            case Silence(var cause) -> throw new IllegalStateException(cause);
        };
    }

    default String inWords() {
        return switch (this) {
            case Silence(var cause) -> cause;
            case Answer answer ->
                answer.status() + answer.find("code").map(code -> " " + code).orElse("");
        };
    }
}
