package dev.beranda.adapter.web.http;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.server.util.HttpClientAddressResolver;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import reactor.core.publisher.Flux;

/// Routes that tell what came through the door. It counts its visitors, so that a test can see who did not.
@Controller("/api")
@Requires(property = "desk")
@Produces(MediaType.TEXT_PLAIN)
@Consumes({MediaType.TEXT_PLAIN, MediaType.APPLICATION_JSON})
public class Desk {

    private static final Logger LOG = LoggerFactory.getLogger(Desk.class);

    private final AtomicInteger visitors = new AtomicInteger();
    private final ClientAddresses addresses;
    private final HttpClientAddressResolver resolver;

    Desk(ClientAddresses addresses, HttpClientAddressResolver resolver) {
        this.addresses = addresses;
        this.resolver = resolver;
    }

    public int visitors() {
        return visitors.get();
    }

    @Get("/hello")
    String hello(HttpRequest<?> request) {
        visitors.incrementAndGet();
        return "hello " + request.getUri();
    }

    @Delete("/hello")
    String goodbye() {
        return "goodbye";
    }

    @Get("/auth/login")
    String login() {
        return "login";
    }

    @Get("/things/{name}")
    String thing(String name) {
        return "thing " + name;
    }

    @Get("/query")
    String query(@QueryValue String q) {
        return "asked for " + q;
    }

    @Post("/body")
    String body(@Body String body) {
        visitors.incrementAndGet();
        return body.length() + " characters";
    }

    @Get("/who")
    String who(HttpRequest<?> request) {
        return addresses.of(request) + " " + resolver.resolve(request);
    }

    @Get("/id")
    String id(HttpRequest<?> request) {
        LOG.info("on the event loop");
        return RequestIds.of(request) + " " + MDC.get("request_id") + " "
                + Thread.currentThread().isVirtual();
    }

    @Get("/id/blocking")
    @ExecuteOn(TaskExecutors.BLOCKING)
    String blockingId(HttpRequest<?> request) {
        LOG.info("on a thread of its own");
        return RequestIds.of(request) + " " + MDC.get("request_id") + " "
                + Thread.currentThread().isVirtual();
    }

    @Get("/slow")
    @ExecuteOn(TaskExecutors.BLOCKING)
    String slow(@QueryValue int ms) throws InterruptedException {
        Thread.sleep(ms);
        return "slept " + ms;
    }

    @Get("/large")
    byte[] large(@QueryValue int size) {
        return new byte[size];
    }

    @Get("/boom")
    String boom() {
        throw new IllegalStateException("a secret detail");
    }

    @Get("/boom/blocking")
    @ExecuteOn(TaskExecutors.BLOCKING)
    String blockingBoom() {
        throw new IllegalStateException("a secret detail");
    }

    @Get(value = "/endless", produces = MediaType.TEXT_EVENT_STREAM)
    Publisher<String> endless() {
        return Flux.interval(Duration.ofMillis(50)).map(tick -> "tick " + tick);
    }

    @Get("/own")
    HttpResponse<String> own() {
        return HttpResponse.ok("own")
                .header("Server", "Desk/1.0")
                .header("Content-Security-Policy", "default-src 'self'")
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .header("Cache-Control", "public, max-age=60");
    }

    @Get("/cookie")
    HttpResponse<String> cookie() {
        return HttpResponse.ok("cookie")
                .header("Set-Cookie", "a=b; HttpOnly")
                .header("Cache-Control", "public, max-age=60");
    }
}
