package dev.beranda.adapter.web.letter;

import dev.beranda.adapter.web.http.ClientAddresses;
import dev.beranda.adapter.web.input.Fields;
import dev.beranda.adapter.web.language.PreferredLanguage;
import dev.beranda.adapter.web.problem.Throttling;
import dev.beranda.application.letter.AskForLetter;
import dev.beranda.domain.letter.Purpose;
import dev.beranda.domain.shared.EmailAddress;
import io.micronaut.http.HttpRequest;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/// Notes down who wants a letter. Whether they get one, the answer does not say.
@Singleton
public final class LetterRequests {

    private final AskForLetter askForLetter;
    private final ClientAddresses addresses;

    LetterRequests(AskForLetter askForLetter, ClientAddresses addresses) {
        this.askForLetter = askForLetter;
        this.addresses = addresses;
    }

    public void note(HttpRequest<?> request, Fields fields, Purpose purpose) {
        var email = fields.allowing("email").required("email", EmailAddress::parse);
        fields.refuseIfFlawed();
        var command =
                new AskForLetter.Command(purpose, email.value(), PreferredLanguage.of(request), addresses.of(request));
        switch (askForLetter.ask(command)) {
            case AskForLetter.Outcome.Noted() -> {}
            case AskForLetter.Outcome.TooManyAttempts(var allowance, var retryAfter) ->
                throw Throttling.tooMany(allowance, retryAfter);
        }
    }

    @Schema(name = "AskForLetter")
    public record LetterRequest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "email")
            String email) {}

    @Schema(name = "ShowTicket", description = "`token` out of the link, or `email` and the six-digit `code`")
    public record TicketRequest(
            @Nullable String token,
            @Nullable @Schema(format = "email") String email,
            @Nullable @Schema(example = "123 456") String code) {}

    @Schema(name = "ShowLink", description = "`token` out of the link: this letter has no code")
    public record LinkRequest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            String token) {}
}
