package dev.beranda.adapter.security.password;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.beranda.domain.credential.BreachedPasswords;
import dev.beranda.domain.credential.Password;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks a service like Pwned Passwords. It is told the first five digits of the SHA-1 only, which hundreds of passwords
/// share, and its answer is padded so that its length says nothing either.
public final class RangeBreachedPasswords implements BreachedPasswords, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RangeBreachedPasswords.class);

    private static final int PREFIX = 5;

    /// A padded answer has about 40,000 bytes.
    private static final long LONGEST_ANSWER = 512 * 1024;

    private static final int OK = 200;

    private final URI service;
    private final Duration patience;
    private final HttpClient client;
    private final Outage outage;

    /// @param service the address before `/range/`
    /// @param patience how long an answer may take in all
    /// @param pause how long a service that failed is left alone
    public RangeBreachedPasswords(URI service, Duration patience, Duration pause, InstantSource clock) {
        this.service = URI.create(service.toString().replaceFirst("/+$", ""));
        this.patience = patience;
        this.outage = new Outage(pause, clock);
        this.client = HttpClient.newBuilder()
                .connectTimeout(patience)
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    @Override
    public boolean contains(Password password) {
        if (!outage.letsTry()) {
            return false;
        }
        String digest = sha1(password);
        try {
            boolean listed = lists(ask(digest.substring(0, PREFIX)), digest.substring(PREFIX));
            outage.over();
            return listed;
        } catch (IOException e) {
            LOG.warn("the list of breached passwords does not answer; choosing goes on without it: {}", e.getMessage());
            outage.begin();
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }

    /// The time limit of a request ends with the headers; ours covers the body too.
    private String ask(String prefix) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(service + "/range/" + prefix))
                .header("Add-Padding", "true")
                .build();
        CompletableFuture<HttpResponse<String>> answer =
                client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofString(), LONGEST_ANSWER));
        try {
            return body(answer.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (TimeoutException e) {
            throw new IOException("nothing within " + patience, e);
        } finally {
            answer.cancel(true);
        }
    }

    private static String body(HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() != OK) {
            throw new IOException("status " + answer.statusCode());
        }
        return answer.body();
    }

    /// Padding is listed with a count of zero.
    private static boolean lists(String answer, String suffix) {
        return answer.lines()
                .map(line -> line.strip().split(":", 2))
                .anyMatch(entry ->
                        entry.length == 2 && entry[0].equalsIgnoreCase(suffix) && entry[1].matches("0*[1-9]\\d*"));
    }

    private static String sha1(Password password) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-1").digest(password.reveal().getBytes(UTF_8));
            return HexFormat.of().withUpperCase().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
