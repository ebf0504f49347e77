package dev.beranda.adapter.web.security;

import dev.beranda.adapter.web.http.Load;
import dev.beranda.adapter.web.http.Porter;
import dev.beranda.application.session.RecallAccess;
import dev.beranda.domain.session.Access;
import dev.beranda.domain.shared.Role;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Lets those bring a picture of themselves who are somebody here, those pictures to write with who may write, and
/// those a whole house who look after it. Whoever is not let in is let in without what they bring, and told at the
/// gate why: this is no gate of its own.
@Singleton
@Requires(beans = RecallAccess.class)
final class WhoMayBring implements Porter {

    private final Recognition callers;

    WhoMayBring(Recognition callers) {
        this.callers = callers;
    }

    @Override
    public CompletableFuture<Boolean> lets(HttpRequest<?> head, Load load) {
        return callers.callerOf(head).thenApply(caller -> mayBring(caller, neededFor(load)));
    }

    private static Role neededFor(Load load) {
        return switch (load) {
            case WORDS, PICTURE -> Role.READER;
            case UPLOAD -> Role.AUTHOR;
            case REMOVAL -> Role.ADMIN;
        };
    }

    private static boolean mayBring(Optional<Access> caller, Role needed) {
        return caller.filter(access -> access.bearer().role().includes(needed)).isPresent();
    }
}
