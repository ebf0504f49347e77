package dev.beranda.application.credential;

import dev.beranda.domain.shared.EmailAddress;
import dev.beranda.domain.shared.Parsed;
import dev.beranda.domain.user.Username;

/// What somebody says they are called when they come in: an e-mail address or a user name. Anything else is nobody's
/// name, which is no error but an account that does not exist.
public sealed interface LoginName {

    /// What attempts are counted by.
    String key();

    record ByEmail(EmailAddress email) implements LoginName {

        @Override
        public String key() {
            return email.value();
        }
    }

    record ByUsername(Username username) implements LoginName {

        @Override
        public String key() {
            return username.key();
        }
    }

    record Nobody() implements LoginName {

        @Override
        public String key() {
            return "?";
        }
    }

    static LoginName of(String raw) {
        if (raw.indexOf('@') < 0 && raw.indexOf('＠') < 0) {
            return Username.parse(raw) instanceof Parsed.Valid(var username) ? new ByUsername(username) : new Nobody();
        }
        return EmailAddress.parse(raw) instanceof Parsed.Valid(var email) ? new ByEmail(email) : new Nobody();
    }
}
