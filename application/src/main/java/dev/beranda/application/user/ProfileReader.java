package dev.beranda.application.user;

import dev.beranda.domain.user.Username;
import java.util.Optional;

/// Reads what people tell about themselves. Who was shut out is not there.
public interface ProfileReader {

    Optional<PublicProfileView> find(Username username);
}
