package dev.beranda.application.administration;

import dev.beranda.application.shared.Page;
import dev.beranda.application.shared.PageRequest;
import dev.beranda.domain.shared.Role;
import dev.beranda.domain.shared.SearchText;
import dev.beranda.domain.user.UserId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads accounts for those who look after them.
public interface PeopleReader {

    Page<PersonView> list(Which which, PersonOrder order, PageRequest page);

    Optional<PersonView> find(UserId user);

    /// Everybody, or those of whom all is true that is asked for.
    ///
    /// @param search a part of the user name, the address or the display name, whatever the case
    record Which(
            @Nullable SearchText search,
            @Nullable Role role,
            @Nullable Boolean disabled) {}
}
