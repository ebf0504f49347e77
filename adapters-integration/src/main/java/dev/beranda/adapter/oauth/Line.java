package dev.beranda.adapter.oauth;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// The line to strangers, opened when somebody first uses it. It follows nobody elsewhere, listens to no more than it
/// can keep, and hangs up in time.
final class Line implements AutoCloseable {

    static final long LONGEST_ANSWER = 256 * 1024;

    private final Duration patience;
    private @Nullable HttpClient client;

    Line(Duration patience) {
        this.patience = patience;
    }

    /// @param headers beside those that every question has
    Reply get(URI address, Map<String, String> headers, Deadline deadline) throws Unanswered {
        return ask(HttpRequest.newBuilder(address).GET(), headers, deadline);
    }

    Reply post(URI address, Form form, Map<String, String> headers, Deadline deadline) throws Unanswered {
        var question = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form.text()));
        return ask(question, headers, deadline);
    }

    @Override
    public synchronized void close() {
        if (client != null) {
            client.shutdownNow();
        }
    }

    private Reply ask(HttpRequest.Builder question, Map<String, String> headers, Deadline deadline) throws Unanswered {
        question.header("User-Agent", "Beranda");
        if (!headers.containsKey("Accept")) {
            question.header("Accept", "application/json");
        }
        headers.forEach(question::header);
        return reply(await(
                client().sendAsync(question.build(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST_ANSWER)),
                deadline.left()));
    }

    /// The time limit of a request ends with the head; ours covers the body too.
    private static HttpResponse<byte[]> await(CompletableFuture<HttpResponse<byte[]>> answer, Duration patience)
            throws Unanswered {
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new Unanswered("no connection, or too long an answer", e);
        } catch (TimeoutException e) {
            throw new Unanswered("no answer in time", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unanswered("interrupted", e);
        } finally {
            answer.cancel(true);
        }
    }

    private static Reply reply(HttpResponse<byte[]> answer) {
        return new Reply(
                answer.statusCode(), answer.headers().firstValue("content-type").orElse(""), answer.body());
    }

    private synchronized HttpClient client() {
        if (client == null) {
            client = HttpClient.newBuilder()
                    .connectTimeout(patience)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .version(HttpClient.Version.HTTP_1_1)
                    .executor(Executors.newVirtualThreadPerTaskExecutor())
                    .build();
        }
        return client;
    }
}
