package dev.beranda.adapter.oauth;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What a provider said. Has no text form, for there are secrets in it.
final class Reply {

    private static final int OK = 200;
    private static final int CLIENT_ERRORS = 400;
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERRORS = 500;

    /// Facebook's graph names the second where nobody asked for the first.
    private static final Set<String> TYPES = Set.of("application/json", "text/javascript", "application/jwk-set+json");

    private final int status;
    private final String type;
    private final byte[] body;

    Reply(int status, String type, byte[] body) {
        this.status = status;
        this.type = type;
        this.body = body;
    }

    /// The object that was asked for. Some say in it that they have none to give, whatever the status.
    Json object() throws Unanswered, Unbelievable {
        Json object = Json.object(understood());
        if (object.has("error") || status != OK) {
            throw new Unbelievable("the provider declines: " + object.errorWord());
        }
        return object;
    }

    List<Json> objects() throws Unanswered, Unbelievable {
        String text = understood();
        if (status != OK) {
            throw new Unbelievable("the provider declines: " + Json.object(text).errorWord());
        }
        return Json.objects(text);
    }

    /// For who reads it by other means.
    String text() throws Unanswered, Unbelievable {
        String text = understood();
        if (status != OK) {
            throw new Unbelievable("the provider declines with status " + status);
        }
        return text;
    }

    private String understood() throws Unanswered {
        boolean isAnswer = status == OK || (status >= CLIENT_ERRORS && status < SERVER_ERRORS && status != TOO_MANY);
        if (!isAnswer) {
            throw new Unanswered("status " + status);
        }
        if (!TYPES.contains(type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))) {
            throw new Unanswered("not JSON, with status " + status);
        }
        return new String(body, UTF_8);
    }
}
