package dev.beranda.adapter.web.problem;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// Routes that break, each in its way, saying what nobody outside may hear. Nobody but the house's own handlers answers
/// for them.
@Controller("/api/breakages")
@Requires(property = "breakages")
public final class Breakages {

    static final String SECRET = "canary-3141592";

    @Get("/{kind}")
    String onTheLoop(@PathVariable String kind) throws SQLException {
        throw breakage(kind);
    }

    @Get("/{kind}/blocking")
    @ExecuteOn(TaskExecutors.BLOCKING)
    String blocking(@PathVariable String kind) throws SQLException {
        throw breakage(kind);
    }

    @Get("/{kind}/later")
    CompletionStage<String> later(@PathVariable String kind) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                throw breakage(kind);
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
        });
    }

    private static RuntimeException breakage(String kind) throws SQLException {
        String secret = SECRET + " at dev.beranda.adapter.persistence.JooqUsers in /home/beranda/JooqUsers.java";
        return switch (kind) {
            case "statement" ->
                throw new SQLException("ERROR: duplicate key in \"app_user\": select password_hash " + secret, "23505");
            case "wrapped" ->
                new IllegalStateException(
                        "jOOQ: " + secret, new SQLException("ERROR: column \"password_hash\" " + secret, "42703"));
            case "state" -> new IllegalStateException(secret);
            case "argument" -> new IllegalArgumentException(secret);
            case "null" -> new NullPointerException(secret);
            case "error" -> throw new AssertionError(secret);
            case "overflow" -> throw new StackOverflowError(secret);
            case "missing" -> throw new NoClassDefFoundError(secret);
            default -> new UnsupportedOperationException(secret);
        };
    }
}
