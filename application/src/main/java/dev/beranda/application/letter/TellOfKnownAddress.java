package dev.beranda.application.letter;

import dev.beranda.domain.letter.Content.AccountExists;
import dev.beranda.domain.letter.Letter;
import dev.beranda.domain.letter.Letters;
import dev.beranda.domain.shared.EmailAddress;
import dev.beranda.domain.user.Users;
import java.util.UUID;

/// Tell somebody that their address was used to open an account, though it has one.
public final class TellOfKnownAddress {

    public record Command(UUID event, EmailAddress address) {}

    private final Users users;
    private final Letters letters;

    public TellOfKnownAddress(Users users, Letters letters) {
        this.users = users;
        this.letters = letters;
    }

    public void tell(Command command) {
        users.find(command.address())
                .ifPresent(user -> letters.send(new Letter(
                        command.event(),
                        user.id(),
                        user.email(),
                        user.displayName().value(),
                        user.language(),
                        new AccountExists())));
    }
}
