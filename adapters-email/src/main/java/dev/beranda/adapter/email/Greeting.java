package dev.beranda.adapter.email;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;

/// What a mail server says to who comes without a letter, to hear whether it would take one.
public sealed interface Greeting {

    Duration PATIENCE = Duration.ofSeconds(5);

    record Welcome() implements Greeting {}

    /// It will not be otherwise later.
    record Refusal(String why) implements Greeting {}

    /// It may be gone for a while, or be busy.
    record Silence(String why) implements Greeting {}

    static Greeting of(SmtpUrl server, Sender sender) {
        return of(server, sender, (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    static Greeting of(SmtpUrl server, Sender sender, SSLSocketFactory trusted) {
        String domain = sender.address().value().replaceFirst(".*@", "");
        try (Transport transport =
                SmtpSession.with(server, domain, PATIENCE, trusted).getTransport("smtp")) {
            server.connect(transport);
            return new Welcome();
        } catch (AuthenticationFailedException refusal) {
            return isForNow(refusal)
                    ? new Silence("it lets nobody in for now")
                    : new Refusal("the mail server refuses the user or the password");
        } catch (MessagingException failure) {
            return judged(failure, server.host());
        }
    }

    private static Greeting judged(MessagingException failure, String host) {
        if (has(failure, UnknownHostException.class::isInstance)) {
            return new Refusal("there is no host " + host);
        }
        if (has(failure, SSLException.class::isInstance)) {
            return new Refusal("no safe connection to " + host + ": " + lastWords(failure));
        }
        if (has(failure, cause -> String.valueOf(cause.getMessage()).startsWith("STARTTLS is required"))) {
            return new Refusal(host + " offers no STARTTLS");
        }
        return new Silence(lastWords(failure));
    }

    /// Replies that begin with a four are for a while (RFC 5321, 4.2.1).
    private static boolean isForNow(AuthenticationFailedException refusal) {
        return String.valueOf(refusal.getMessage()).startsWith("4");
    }

    private static boolean has(Throwable failure, Predicate<Throwable> kind) {
        return causes(failure).anyMatch(kind);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(20);
    }

    private static String lastWords(Throwable failure) {
        Throwable last = causes(failure).reduce((outer, inner) -> inner).orElse(failure);
        return String.valueOf(last.getMessage()).lines().findFirst().orElse("").strip();
    }
}
