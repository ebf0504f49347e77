package dev.beranda.adapter.web.session;

import dev.beranda.adapter.web.http.ClientAddresses;
import dev.beranda.domain.session.Device;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/// Tells from a request what somebody comes in with.
@Singleton
public final class Devices {

    private final ClientAddresses addresses;

    Devices(ClientAddresses addresses) {
        this.addresses = addresses;
    }

    public Device of(HttpRequest<?> request, @Nullable String name) {
        String userAgent = request.getHeaders().get(HttpHeaders.USER_AGENT);
        return new Device(name == null ? "" : name, userAgent == null ? "" : userAgent, addresses.of(request));
    }
}
