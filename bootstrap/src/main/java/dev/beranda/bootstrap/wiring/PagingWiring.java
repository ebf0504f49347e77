package dev.beranda.bootstrap.wiring;

import dev.beranda.adapter.security.token.InstallationSecret;
import dev.beranda.adapter.web.paging.Cursors;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

@Factory
final class PagingWiring {

    @Singleton
    Cursors cursors(InstallationSecret secret) {
        return new Cursors(secret.key(InstallationSecret.Purpose.CURSORS));
    }
}
