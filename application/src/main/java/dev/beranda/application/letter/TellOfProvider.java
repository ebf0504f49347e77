package dev.beranda.application.letter;

import dev.beranda.domain.letter.Content.ProviderLinked;
import dev.beranda.domain.letter.Content.ProviderUnlinked;
import dev.beranda.domain.letter.Letter;
import dev.beranda.domain.letter.Letters;
import dev.beranda.domain.user.UserId;
import dev.beranda.domain.user.Users;
import java.time.Instant;
import java.util.UUID;

/// Tell somebody that a provider opens their account now, or no longer, in case it was not them.
public final class TellOfProvider {

    /// @param provider what it is called in sentences
    public record Command(UUID event, UserId user, String provider, boolean linked, Instant at) {}

    private final Users users;
    private final Letters letters;

    public TellOfProvider(Users users, Letters letters) {
        this.users = users;
        this.letters = letters;
    }

    public void tell(Command command) {
        var content = command.linked()
                ? new ProviderLinked(command.provider(), command.at())
                : new ProviderUnlinked(command.provider(), command.at());
        users.find(command.user())
                .ifPresent(user -> letters.send(new Letter(
                        command.event(),
                        user.id(),
                        user.email(),
                        user.displayName().value(),
                        user.language(),
                        content)));
    }
}
