package dev.beranda.adapter.web.credential;

import dev.beranda.adapter.web.problem.Refusal;
import dev.beranda.adapter.web.problem.Refusal.FieldFlaw;
import dev.beranda.adapter.web.problem.Throttling;
import dev.beranda.application.credential.ProveOneself;
import dev.beranda.domain.shared.Flaw;
import io.micronaut.http.HttpStatus;
import java.util.List;

/// What somebody is told who did not show who they are.
final class NotProven {

    private NotProven() {}

    static Refusal because(ProveOneself.Refusal why) {
        return switch (why) {
            case ProveOneself.Refusal.PasswordNeeded() -> flawed("password", "required");
            case ProveOneself.Refusal.WrongPassword() -> flawed("password", "wrong_password");
            case ProveOneself.Refusal.CodeNeeded() -> flawed("code", "required");
            case ProveOneself.Refusal.WrongCode() -> flawed("code", "mfa_code_wrong");
            case ProveOneself.Refusal.FreshLoginNeeded() -> Refusal.of(HttpStatus.FORBIDDEN, "fresh_login_needed");
            case ProveOneself.Refusal.TooManyAttempts(var allowance, var retryAfter) ->
                Throttling.tooMany(allowance, retryAfter);
        };
    }

    private static Refusal flawed(String field, String code) {
        return Refusal.invalid(List.of(new FieldFlaw(field, new Flaw(code))));
    }
}
