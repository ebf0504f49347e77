package dev.beranda.adapter.oauth;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.beranda.domain.identity.Outsider;
import dev.beranda.domain.identity.Outsider.Reach;
import dev.beranda.domain.identity.Subject;
import java.net.URI;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;

/// A provider of OpenID Connect. It is asked by the code flow, so nothing that came through the browser is believed but
/// what the provider says again over our own line.
final class OpenId implements Counterpart {

    private final Registration registration;
    private final Line line;
    private final Issuer issuer;
    private final IdTokens tokens;

    OpenId(Registration registration, Dialect.OpenId place, Line line, InstantSource clock) {
        this.registration = registration;
        this.line = line;
        this.issuer = new Issuer(place.issuer(), line, clock);
        this.tokens = new IdTokens(
                place.issuer().toString(), registration.clientId(), new IssuerKeys(issuer, line, clock), clock);
    }

    @Override
    public URI address(Departure departure, Deadline deadline) throws Unanswered, Unbelievable {
        return Form.empty()
                .with("response_type", "code")
                .with("client_id", registration.clientId())
                .with("redirect_uri", departure.callback().toString())
                .with("scope", "openid email profile")
                .with("state", departure.state())
                .with("nonce", departure.nonce())
                .with("code_challenge", departure.challenge())
                .with("code_challenge_method", "S256")
                .behind(issuer.places(deadline).authorization());
    }

    @Override
    public Outsider hear(Return arrival, Deadline deadline) throws Unanswered, Unbelievable {
        Issuer.Places places = issuer.places(deadline);
        Json answer = exchange(places, arrival, deadline);
        Json claims = tokens.read(answer.text("id_token"), arrival.nonce(), deadline);
        Subject subject =
                Subject.of(claims.text("sub")).orElseThrow(() -> new Unbelievable("an ID token about nobody"));
        Json person = claims.has("email") ? claims : described(places, answer, subject, claims, deadline);
        return new Outsider(
                registration.provider(),
                subject,
                reach(person),
                person.text("preferred_username"),
                person.text("name"),
                person.text("email"));
    }

    private Json exchange(Issuer.Places places, Return arrival, Deadline deadline) throws Unanswered, Unbelievable {
        var form = Form.empty()
                .with("grant_type", "authorization_code")
                .with("code", arrival.code())
                .with("redirect_uri", arrival.callback().toString())
                .with("code_verifier", arrival.verifier());
        if (places.takesBasic()) {
            return line.post(places.token(), form, Map.of("Authorization", basic()), deadline)
                    .object();
        }
        var withSecret = form.with("client_id", registration.clientId())
                .with("client_secret", registration.secret().reveal());
        return line.post(places.token(), withSecret, Map.of(), deadline).object();
    }

    private String basic() {
        String pair = Form.encoded(registration.clientId())
                + ':'
                + Form.encoded(registration.secret().reveal());
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
    }

    /// Some tell of people only where they are asked once more. It must be the same person.
    private Json described(Issuer.Places places, Json answer, Subject subject, Json claims, Deadline deadline)
            throws Unanswered, Unbelievable {
        if (places.userinfo().isEmpty()) {
            return claims;
        }
        Json person = line.get(
                        places.userinfo().get(), Map.of("Authorization", "Bearer " + Access.in(answer)), deadline)
                .object();
        if (!person.text("sub").equals(subject.value())) {
            throw new Unbelievable("userinfo is about somebody else");
        }
        return person;
    }

    private static Reach reach(Json person) {
        return Addresses.reach(person.text("email"), person.isTrue("email_verified"));
    }
}
