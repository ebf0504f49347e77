package dev.beranda.adapter.bucket;

import dev.beranda.domain.media.ShelvesFull;
import dev.beranda.domain.media.ShelvesOutOfReach;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One bucket, spoken to in the few words of S3 that are needed. What fails in a way that may pass is tried again;
/// every request may be made twice. Redirects are not followed: a signature is for one host.
final class Bucket {

    private static final Logger LOG = LoggerFactory.getLogger(Bucket.class);
    private static final Duration TO_CONNECT = Duration.ofSeconds(5);
    private static final Duration TO_ANSWER = Duration.ofSeconds(30);
    private static final Duration TO_VISIT = Duration.ofSeconds(5);
    private static final int ATTEMPTS = 3;
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final byte[] NOTHING = {};
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY = 429;
    private static final int FAULT = 500;
    private static final int FULL = 507;
    private static final int MOST_WORDS = 4096;

    private final BucketSettings settings;
    private final Signer signer;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TO_CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    Bucket(BucketSettings settings) {
        this.settings = settings;
        this.signer = new Signer(settings);
    }

    void put(String key, byte[] content, String type) {
        close(ask("PUT", key, "", content, Map.of("Content-Type", type)).orElseThrow(Bucket::noBucket));
    }

    Optional<byte[]> get(String key, int from, int most) {
        var range = Map.of("Range", "bytes=" + from + "-" + (from + most - 1));
        return ask("GET", key, "", NOTHING, range).map(Bucket::bytes);
    }

    private static byte[] bytes(HttpResponse<InputStream> answer) {
        try (var body = answer.body()) {
            return body.readAllBytes();
        } catch (IOException failure) {
            throw new ShelvesOutOfReach("the bucket cannot be read", failure);
        }
    }

    void delete(String key) {
        ask("DELETE", key, "", NOTHING, Map.of()).ifPresent(Bucket::close);
    }

    /// @param query in the spelling that is signed
    InputStream list(String query) {
        return ask("GET", "", "?" + query, NOTHING, Map.of())
                .map(HttpResponse::body)
                .orElseThrow(Bucket::noBucket);
    }

    /// Asks for the shortest of lists, once and without much patience; the answer is nobody's but the caller's to
    /// judge.
    HttpResponse<String> visit() throws IOException {
        var target = URI.create(settings.endpoint() + "/" + settings.bucket() + "/?list-type=2&max-keys=1");
        try {
            return client.send(request("GET", target, NOTHING, Map.of(), TO_VISIT), BodyHandlers.ofString());
        } catch (InterruptedException stopped) {
            throw interrupted(stopped);
        }
    }

    private static ShelvesOutOfReach noBucket() {
        return new ShelvesOutOfReach("there is no such bucket", new IOException("the bucket answers 404"));
    }

    private Optional<HttpResponse<InputStream>> ask(
            String method, String key, String query, byte[] body, Map<String, String> headers) {
        var target = URI.create(settings.endpoint() + "/" + settings.bucket() + "/" + key + query);
        for (int attempt = 1; ; attempt++) {
            try {
                var answer =
                        client.send(request(method, target, body, headers, TO_ANSWER), BodyHandlers.ofInputStream());
                if (!mayPass(answer.statusCode()) || attempt == ATTEMPTS) {
                    return judge(answer);
                }
                close(answer);
            } catch (IOException failure) {
                if (attempt == ATTEMPTS) {
                    throw new ShelvesOutOfReach("the bucket cannot be reached", failure);
                }
            } catch (InterruptedException stopped) {
                throw interrupted(stopped);
            }
            pause(attempt);
        }
    }

    private HttpRequest request(
            String method, URI target, byte[] body, Map<String, String> headers, Duration patience) {
        var request = HttpRequest.newBuilder(target)
                .timeout(patience)
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        signer.sign(method, target, body, Clock.systemUTC().instant()).forEach(request::header);
        return request.build();
    }

    private static boolean mayPass(int status) {
        return status == TOO_MANY || status >= FAULT && status != FULL;
    }

    private static Optional<HttpResponse<InputStream>> judge(HttpResponse<InputStream> answer) {
        int status = answer.statusCode();
        if (status / 100 == OK / 100) {
            return Optional.of(answer);
        }
        String words = words(answer);
        if (status == NOT_FOUND && words.contains("NoSuchBucket")) {
            throw noBucket();
        }
        if (status == NOT_FOUND) {
            return Optional.empty();
        }
        var failure = new IOException("the bucket answers " + status);
        throw status == FULL ? new ShelvesFull(failure) : new ShelvesOutOfReach("the bucket refuses", failure);
    }

    /// What a refusal says about itself, as far as anybody needs it.
    private static String words(HttpResponse<InputStream> answer) {
        try (var body = answer.body()) {
            return new String(body.readNBytes(MOST_WORDS), StandardCharsets.UTF_8);
        } catch (IOException _) {
            return "";
        }
    }

    private static void pause(int attempt) {
        try {
            Thread.sleep(PAUSE.multipliedBy(attempt));
        } catch (InterruptedException stopped) {
            throw interrupted(stopped);
        }
    }

    private static ShelvesOutOfReach interrupted(InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return new ShelvesOutOfReach("nobody waits for the bucket any more", stopped);
    }

    private static void close(HttpResponse<InputStream> answer) {
        try {
            answer.body().close();
        } catch (IOException failure) {
            LOG.debug("An answer of the bucket could not be let go of", failure);
        }
    }
}
