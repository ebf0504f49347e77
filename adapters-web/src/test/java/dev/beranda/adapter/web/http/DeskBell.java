package dev.beranda.adapter.web.http;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Rings when the desk breaks.
@Singleton
@Requires(property = "desk")
public final class DeskBell implements ExceptionHandler<IllegalStateException, HttpResponse<?>> {

    private static final Logger LOG = LoggerFactory.getLogger(DeskBell.class);

    @Override
    public HttpResponse<?> handle(HttpRequest request, IllegalStateException bug) {
        LOG.info("broken");
        return HttpResponse.serverError();
    }
}
