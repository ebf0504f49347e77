package dev.beranda.adapter.web.http;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// Lets in who says they write.
@Singleton
@Requires(property = "desk")
final class DeskPorter implements Porter {

    @Override
    public CompletableFuture<Boolean> lets(HttpRequest<?> head, Load load) {
        return switch (head.getHeaders().get("X-Writer", String.class).orElse("no")) {
            case "yes" -> CompletableFuture.completedFuture(true);
            case "slowly" ->
                CompletableFuture.supplyAsync(
                        () -> true, CompletableFuture.delayedExecutor(100, TimeUnit.MILLISECONDS));
            case "fault" -> CompletableFuture.failedFuture(new IllegalStateException("nobody knows"));
            default -> CompletableFuture.completedFuture(false);
        };
    }
}
