package dev.beranda.application.letter;

import dev.beranda.domain.letter.Content.AccountKept;
import dev.beranda.domain.letter.Letter;
import dev.beranda.domain.letter.Letters;
import dev.beranda.domain.user.UserEvent.Remained;
import dev.beranda.domain.user.Users;
import java.util.UUID;

/// Tell somebody that their account is kept after all, in case it was not them.
public final class TellOfStaying {

    public record Command(UUID event, Remained news) {}

    private final Users users;
    private final Letters letters;

    public TellOfStaying(Users users, Letters letters) {
        this.users = users;
        this.letters = letters;
    }

    public void tell(Command command) {
        users.find(command.news().user())
                .ifPresent(user -> letters.send(new Letter(
                        command.event(),
                        user.id(),
                        user.email(),
                        user.displayName().value(),
                        user.language(),
                        new AccountKept(command.news().at()))));
    }
}
