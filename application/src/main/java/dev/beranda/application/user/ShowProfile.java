package dev.beranda.application.user;

import dev.beranda.domain.user.Username;
import java.util.Optional;

/// Show anybody what a person tells about themselves.
public final class ShowProfile {

    public record Query(Username username) {}

    private final ProfileReader profiles;

    public ShowProfile(ProfileReader profiles) {
        this.profiles = profiles;
    }

    public Optional<PublicProfileView> show(Query query) {
        return profiles.find(query.username());
    }
}
