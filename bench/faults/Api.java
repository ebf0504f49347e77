import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/// The server as its clients see it.
final class Api implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final URI server;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();

    Api(URI server) {
        this.server = server;
    }

    Reply register(Guest guest) {
        return post(
                "/api/auth/register",
                "{\"email\":\"%s\",\"username\":\"%s\",\"display_name\":\"%s\",\"password\":\"%s\"}"
                        .formatted(guest.email(), guest.username(), guest.displayName(), guest.password()));
    }

    Reply logIn(Guest guest) {
        return logIn(guest.username(), guest);
    }

    Reply logIn(String name, Guest guest) {
        return post("/api/auth/login", "{\"identifier\":\"%s\",\"password\":\"%s\"}".formatted(name, guest.password()));
    }

    Reply refresh(String token) {
        return post("/api/auth/token/refresh", "{\"refresh\":\"%s\"}".formatted(token));
    }

    Reply logOut(Tokens tokens) {
        return send(request("/api/auth/logout")
                .header("Authorization", "Bearer " + tokens.access())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"refresh_token\":\"%s\"}".formatted(tokens.refresh())))
                .build());
    }

    Reply me(String access) {
        return get("/api/me", access);
    }

    Reply sessions(String access) {
        return get("/api/auth/sessions", access);
    }

    Reply write(String access, String title, List<String> tags) {
        String names = tags.stream().map("\"%s\""::formatted).collect(Collectors.joining(","));
        return carryOut(
                access,
                "POST",
                "/api/posts",
                "{\"title\":\"%s\",\"body_markdown\":\"What it says.\",\"status\":\"published\",\"tags\":[%s]}"
                        .formatted(title, names));
    }

    Reply entitle(String access, String post, String title) {
        return carryOut(access, "PATCH", "/api/posts/" + post, "{\"title\":\"%s\"}".formatted(title));
    }

    Reply merge(String access, String tag, String into) {
        return carryOut(access, "POST", "/api/tags/" + tag + "/merge", "{\"into\":\"%s\"}".formatted(into));
    }

    Reply like(String access, String post, boolean liked) {
        return carryOut(access, liked ? "PUT" : "DELETE", "/api/posts/" + post + "/like", "");
    }

    Reply show(String access, String post) {
        return get("/api/posts/" + post, access);
    }

    Reply readiness() {
        return send(request("/health/readiness").build());
    }

    Reply liveness() {
        return send(request("/health/liveness").build());
    }

    Reply numbers() {
        return send(request("/prometheus").build());
    }

    private Reply get(String path, String access) {
        return send(request(path).header("Authorization", "Bearer " + access).build());
    }

    private Reply post(String path, String json) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build());
    }

    private Reply carryOut(String access, String method, String path, String json) {
        var request = request(path).header("Authorization", "Bearer " + access);
        return send(
                json.isEmpty()
                        ? request.method(method, BodyPublishers.noBody()).build()
                        : request.header("Content-Type", "application/json")
                                .method(method, BodyPublishers.ofString(json))
                                .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(path)).timeout(PATIENCE);
    }

    private Reply send(HttpRequest request) {
        try {
            var response = client.send(request, BodyHandlers.ofString());
            return new Reply.Answer(response.statusCode(), response.headers(), response.body());
        } catch (ConnectException refused) {
            return new Reply.Silence("connection refused");
        } catch (HttpTimeoutException late) {
            return new Reply.Silence("no answer in " + PATIENCE.toSeconds() + " s");
        } catch (IOException broken) {
            return new Reply.Silence("connection broken");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Reply.Silence("interrupted");
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
