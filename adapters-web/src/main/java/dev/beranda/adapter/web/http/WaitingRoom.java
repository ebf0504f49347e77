package dev.beranda.adapter.web.http;

import io.micronaut.core.propagation.PropagatedContext;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import java.util.function.Supplier;

/// Where a request waits for the database. Whoever can be answered from memory need not go there: to leave the event
/// loop and come back costs more than such an answer.
@Singleton
public final class WaitingRoom {

    private final ExecutorService threads;

    WaitingRoom(@Named(TaskExecutors.BLOCKING) ExecutorService threads) {
        this.threads = threads;
    }

    /// Answers at once from what is at hand, or else later with what comes of asking.
    public <A, T> CompletableFuture<T> answer(Optional<A> atHand, Function<A, T> fromMemory, Supplier<T> question) {
        return atHand.map(found -> CompletableFuture.completedFuture(fromMemory.apply(found)))
                .orElseGet(() -> ask(question));
    }

    private <T> CompletableFuture<T> ask(Supplier<T> question) {
        return CompletableFuture.supplyAsync(PropagatedContext.getOrEmpty().wrap(question), threads);
    }
}
