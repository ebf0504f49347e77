package dev.beranda.domain.credential;

import dev.beranda.domain.user.UserId;
import java.util.Optional;

/// The passwords of those who want an account and have none yet. They go when their applicant goes.
public interface Pledges {

    void keep(UserId applicant, PasswordHash hash);

    Optional<PasswordHash> find(UserId applicant);
}
