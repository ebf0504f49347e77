package dev.beranda.application.passkey;

import dev.beranda.domain.session.Access;
import java.util.List;

/// Show a person their passkeys.
public final class ListPasskeys {

    public record Query(Access caller) {}

    private final PasskeyReader reader;

    public ListPasskeys(PasskeyReader reader) {
        this.reader = reader;
    }

    public List<PasskeyView> list(Query query) {
        return reader.of(query.caller().bearer().user());
    }
}
