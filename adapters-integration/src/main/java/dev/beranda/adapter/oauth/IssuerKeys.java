package dev.beranda.adapter.oauth;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// The keys an issuer signs with, looked at again now and then, and when there is talk of one nobody knows: but not
/// more often than once a minute, whoever invents names of keys.
final class IssuerKeys {

    static final Duration GOOD_FOR = Duration.ofHours(1);
    static final Duration BETWEEN_LOOKS = Duration.ofMinutes(1);

    private static final int MOST = 100;

    private final Issuer issuer;
    private final Line line;
    private final InstantSource clock;
    private List<JWK> known = List.of();
    private Instant lookedAt = Instant.MIN;

    IssuerKeys(Issuer issuer, Line line, InstantSource clock) {
        this.issuer = issuer;
        this.line = line;
        this.clock = clock;
    }

    /// The one key that will do, if there is exactly one.
    synchronized JWK find(Predicate<JWK> wanted, Deadline deadline) throws Unanswered, Unbelievable {
        boolean old = !clock.instant().isBefore(after(GOOD_FOR));
        boolean missed = known.stream().noneMatch(wanted) && !clock.instant().isBefore(after(BETWEEN_LOOKS));
        if (old || missed) {
            look(deadline);
        }
        List<JWK> found = known.stream().filter(wanted).toList();
        if (found.size() != 1) {
            throw new Unbelievable("no key of the issuer made the signature");
        }
        return found.getFirst();
    }

    private Instant after(Duration pause) {
        return lookedAt.equals(Instant.MIN) ? Instant.MIN : lookedAt.plus(pause);
    }

    /// What was known stays known when the issuer does not answer.
    private void look(Deadline deadline) throws Unanswered, Unbelievable {
        try {
            List<JWK> keys = parse(
                    line.get(issuer.places(deadline).keys(), Map.of(), deadline).text());
            known = keys;
            lookedAt = clock.instant();
        } catch (Unanswered | Unbelievable failure) {
            if (known.isEmpty()) {
                throw failure;
            }
            lookedAt = clock.instant();
        }
    }

    private static List<JWK> parse(String text) throws Unbelievable {
        try {
            List<JWK> keys = JWKSet.parse(text).getKeys();
            if (keys.size() > MOST) {
                throw new Unbelievable("more keys than anybody needs");
            }
            return List.copyOf(keys);
        } catch (ParseException e) {
            throw new Unbelievable("keys nobody can read", e);
        }
    }
}
