package dev.beranda.application.letter;

import dev.beranda.domain.letter.Content.PasswordChanged;
import dev.beranda.domain.letter.Letter;
import dev.beranda.domain.letter.Letters;
import dev.beranda.domain.user.UserId;
import dev.beranda.domain.user.Users;
import java.time.Instant;
import java.util.UUID;

/// Tell somebody that their password was changed, in case it was not them.
public final class TellOfNewPassword {

    public record Command(UUID event, UserId user, Instant changedAt) {}

    private final Users users;
    private final Letters letters;

    public TellOfNewPassword(Users users, Letters letters) {
        this.users = users;
        this.letters = letters;
    }

    public void tell(Command command) {
        users.find(command.user())
                .ifPresent(user -> letters.send(new Letter(
                        command.event(),
                        user.id(),
                        user.email(),
                        user.displayName().value(),
                        user.language(),
                        new PasswordChanged(command.changedAt()))));
    }
}
