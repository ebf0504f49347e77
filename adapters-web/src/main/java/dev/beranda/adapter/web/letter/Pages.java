package dev.beranda.adapter.web.letter;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/// The few files of our own pages, read once. They run their own script, talk to this server, and do nothing else.
enum Pages {
    LINK(
            "link.html",
            "text/html;charset=utf-8",
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'"),
    LINK_SCRIPT("link.js", "text/javascript;charset=utf-8", "default-src 'none'"),
    STYLE("link.css", "text/css;charset=utf-8", "default-src 'none'"),

    /// A letter is shown in a frame of its own, which may run nothing; what it looks like stands in the letter.
    MAILBOX(
            "mailbox.html",
            "text/html;charset=utf-8",
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; connect-src 'self'; frame-src 'self'"),
    MAILBOX_SCRIPT("mailbox.js", "text/javascript;charset=utf-8", "default-src 'none'");

    private final byte[] content;
    private final MediaType type;
    private final String policy;

    Pages(String file, String type, String policy) {
        this.content = read(file);
        this.type = MediaType.of(type);
        this.policy = policy + "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    }

    HttpResponse<?> answer() {
        return HttpResponse.ok(content).contentType(type).header("Content-Security-Policy", policy);
    }

    private static byte[] read(String file) {
        try (InputStream in = Pages.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing from the class path");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
