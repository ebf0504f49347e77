package dev.beranda.bootstrap;

import dev.beranda.bootstrap.settings.Settings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Opens a house on a throw-away folder, walks through it and closes it, so that the JDK's AOT cache knows what a
/// start needs, and after some hundred visits also which methods are worth compiling first. Run by the launcher after
/// a build.
public final class Rehearsal {

    private static final Logger LOG = LoggerFactory.getLogger(Rehearsal.class);

    private static final Pattern TOKEN = Pattern.compile("\"(access|refresh)\":\"([^\"]+)\"");
    private static final int VISITS = 250;
    private static final String ACCOUNT =
            "{\"email\":\"rehearsal@example.com\",\"password\":\"three unrelated wooden words\"}";

    private final HttpClient client;
    private final URI server;

    private Rehearsal(HttpClient client, URI server) {
        this.client = client;
        this.server = server;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("beranda-rehearsal");
        var settings = Settings.read(Map.of("BERANDA_DATA_DIR", folder.toString(), "BERANDA_HTTP_PORT", "0"));
        var house = new House(settings);
        // Whoever loses patience and presses Ctrl-C is left no database behind their back, either.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> leaveNothing(house, folder), "goodbye"));
        try (var client = HttpClient.newHttpClient()) {
            new Rehearsal(client, house.open()).walkThrough();
        } catch (RuntimeException | IOException failure) {
            LOG.error("The rehearsal failed", failure);
            System.exit(1);
        }
        System.exit(0);
    }

    private void walkThrough() throws IOException, InterruptedException {
        for (int i = 0; i < 3; i++) {
            send("GET", "/health/readiness", "", "");
        }
        send("POST", "/api/auth/register", ACCOUNT, "");
        for (int i = 0; i < VISITS; i++) {
            visit();
        }
        send("GET", "/.well-known/jwks.json", "", "");
        send("GET", "/openapi.json", "", "");
        send("GET", "/api/nowhere", "", "");
    }

    private void visit() throws IOException, InterruptedException {
        String tokens = send("POST", "/api/auth/login", ACCOUNT, "");
        String access = find(tokens, "access");
        String refresh = find(tokens, "refresh");
        for (int i = 0; i < 5; i++) {
            send("GET", "/api/me", "", access);
            send("POST", "/api/auth/token/verify", "{\"token\":\"" + access + "\"}", "");
        }
        send("POST", "/api/auth/token/refresh", "{\"refresh\":\"" + refresh + "\"}", "");
        send("GET", "/api/auth/sessions", "", access);
        send("POST", "/api/auth/logout", "{\"refresh_token\":\"" + refresh + "\"}", access);
    }

    private String send(String method, String path, String body, String access)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(server.resolve(path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        if (!access.isEmpty()) {
            request.header("Authorization", "Bearer " + access);
        }
        return client.send(request.build(), BodyHandlers.ofString()).body();
    }

    private static String find(String tokens, String name) {
        Matcher matcher = TOKEN.matcher(tokens);
        while (matcher.find()) {
            if (matcher.group(1).equals(name)) {
                return matcher.group(2);
            }
        }
        throw new IllegalStateException("the rehearsal's login failed");
    }

    private static void leaveNothing(House house, Path folder) {
        house.close();
        try {
            delete(folder);
        } catch (IOException failure) {
            LOG.warn("{} is left behind", folder, failure);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            List<Path> deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        }
    }
}
