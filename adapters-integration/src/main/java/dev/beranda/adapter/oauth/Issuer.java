package dev.beranda.adapter.oauth;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where an issuer says that its places are.
final class Issuer {

    private static final Duration GOOD_FOR = Duration.ofHours(1);

    /// After it did not answer.
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final URI name;
    private final Line line;
    private final InstantSource clock;
    private volatile @Nullable Seen seen;

    /// @param takesBasic whether we say who we are in the head, as is usual
    record Places(URI authorization, URI token, URI keys, Optional<URI> userinfo, boolean takesBasic) {}

    private record Seen(Places places, Instant goodUntil) {

        Seen askedAgainAt(Instant later) {
            return new Seen(places, later);
        }
    }

    Issuer(URI name, Line line, InstantSource clock) {
        this.name = name;
        this.line = line;
        this.clock = clock;
    }

    /// As they are, or as they were where it does not answer now.
    Places places(Deadline deadline) throws Unanswered, Unbelievable {
        Seen last = seen;
        if (last != null && clock.instant().isBefore(last.goodUntil())) {
            return last.places();
        }
        try {
            Places places = look(deadline);
            seen = new Seen(places, clock.instant().plus(GOOD_FOR));
            return places;
        } catch (Unanswered | Unbelievable failure) {
            if (last != null) {
                seen = last.askedAgainAt(clock.instant().plus(PAUSE));
                return last.places();
            }
            throw failure;
        }
    }

    private Places look(Deadline deadline) throws Unanswered, Unbelievable {
        String base = name.toString().replaceFirst("/$", "");
        Json document = line.get(URI.create(base + "/.well-known/openid-configuration"), Map.of(), deadline)
                .object();
        if (!document.text("issuer").equals(name.toString())) {
            throw new Unbelievable("the issuer goes by another name");
        }
        List<String> ways = document.texts("token_endpoint_auth_methods_supported");
        return new Places(
                place(document, "authorization_endpoint"),
                place(document, "token_endpoint"),
                place(document, "jwks_uri"),
                document.has("userinfo_endpoint")
                        ? Optional.of(place(document, "userinfo_endpoint"))
                        : Optional.empty(),
                ways.isEmpty() || ways.contains("client_secret_basic"));
    }

    /// No place is less safe than the issuer itself.
    private URI place(Json document, String member) throws Unbelievable {
        try {
            URI place = URI.create(document.text(member));
            boolean safe = "https".equals(place.getScheme())
                    || ("http".equals(place.getScheme()) && "http".equals(name.getScheme()));
            if (safe && place.getHost() != null && place.getRawUserInfo() == null && place.getRawFragment() == null) {
                return place;
            }
        } catch (IllegalArgumentException e) {
            throw new Unbelievable("no " + member, e);
        }
        throw new Unbelievable("no " + member);
    }
}
