package dev.beranda.adapter.oauth;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.beranda.domain.identity.Outsider;
import dev.beranda.domain.identity.Subject;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Facebook, which is no provider of OpenID Connect on this way: not everybody has an address there, and of none is it
/// said whether it was verified, so none counts as that. Every question proves that it is asked by who holds the
/// secret: a token that was made for another application is worth nothing here.
final class Facebook implements Counterpart {

    private static final String HMAC = "HmacSHA256";

    private final Registration registration;
    private final Dialect.Facebook places;
    private final Line line;

    Facebook(Registration registration, Dialect.Facebook places, Line line) {
        this.registration = registration;
        this.places = places;
        this.line = line;
    }

    @Override
    public URI address(Departure departure, Deadline deadline) {
        return Form.empty()
                .with("response_type", "code")
                .with("client_id", registration.clientId())
                .with("redirect_uri", departure.callback().toString())
                .with("scope", "public_profile,email")
                .with("state", departure.state())
                .with("code_challenge", departure.challenge())
                .with("code_challenge_method", "S256")
                .behind(URI.create(places.site() + "/dialog/oauth"));
    }

    @Override
    public Outsider hear(Return arrival, Deadline deadline) throws Unanswered, Unbelievable {
        String access = access(arrival, deadline);
        URI me = Form.empty()
                .with("fields", "id,name,email")
                .with("appsecret_proof", proof(access))
                .behind(URI.create(places.graph() + "/me"));
        Json person = line.get(me, Map.of("Authorization", "Bearer " + access), deadline)
                .object();
        return new Outsider(
                registration.provider(),
                Subject.of(person.text("id")).orElseThrow(() -> new Unbelievable("a person without an id")),
                Addresses.reach(person.text("email"), false),
                "",
                person.text("name"),
                person.text("name"));
    }

    private String access(Return arrival, Deadline deadline) throws Unanswered, Unbelievable {
        var form = Form.empty()
                .with("client_id", registration.clientId())
                .with("client_secret", registration.secret().reveal())
                .with("code", arrival.code())
                .with("redirect_uri", arrival.callback().toString())
                .with("code_verifier", arrival.verifier());
        return Access.in(line.post(URI.create(places.graph() + "/oauth/access_token"), form, Map.of(), deadline)
                .object());
    }

    private String proof(String access) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(registration.secret().reveal().getBytes(UTF_8), HMAC));
            return HexFormat.of().formatHex(mac.doFinal(access.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC", e);
        }
    }
}
