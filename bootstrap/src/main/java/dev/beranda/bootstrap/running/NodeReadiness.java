package dev.beranda.bootstrap.running;

import dev.beranda.adapter.persistence.health.DatabaseReadiness;
import io.micronaut.core.async.publisher.AsyncSingleResultPublisher;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.concurrent.ExecutorService;
import org.reactivestreams.Publisher;

/// Whether this node wants requests: while its database serves it, and until it is about to leave.
@Singleton
@Readiness
public final class NodeReadiness implements HealthIndicator {

    private final DatabaseReadiness database;
    private final ExecutorService executor;
    private volatile boolean isLeaving;

    NodeReadiness(DatabaseReadiness database, @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
        this.database = database;
        this.executor = executor;
    }

    /// From now on no load balancer should send anything.
    public void refuse() {
        isLeaving = true;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return new AsyncSingleResultPublisher<>(executor, this::look);
    }

    private HealthResult look() {
        boolean isUp = !isLeaving && database.look().isReady();
        return HealthResult.builder("node", isUp ? HealthStatus.UP : HealthStatus.DOWN)
                .build();
    }
}
