package dev.beranda.domain.privacy;

import dev.beranda.domain.user.UserId;
import java.util.function.Consumer;

/// Everything that one store of the house holds about people, whatever word it belongs to.
public interface PersonalRecords {

    /// Tells everything about this person, but no secret: of one it is told that there is one, and since when.
    void tell(UserId person, Consumer<Piece> reader);

    /// Lets go of this person: what is theirs alone is gone afterwards, and what others need does not say any more
    /// whose it was. To be called within a transaction, for it is all or nothing.
    void forget(UserId person);
}
