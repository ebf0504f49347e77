package dev.beranda.adapter.oauth;

import dev.beranda.domain.identity.Outsider;
import dev.beranda.domain.identity.Outsider.Reach;
import dev.beranda.domain.identity.Subject;
import java.net.URI;
import java.util.List;
import java.util.Map;

/// GitHub, which is no provider of OpenID Connect: a person is a number, their addresses are listed elsewhere, and what
/// went wrong is told with a status that says all is well.
final class Github implements Counterpart {

    private static final String VERSION = "2022-11-28";

    private final Registration registration;
    private final Dialect.Github places;
    private final Line line;

    Github(Registration registration, Dialect.Github places, Line line) {
        this.registration = registration;
        this.places = places;
        this.line = line;
    }

    @Override
    public URI address(Departure departure, Deadline deadline) {
        return Form.empty()
                .with("client_id", registration.clientId())
                .with("redirect_uri", departure.callback().toString())
                .with("scope", "read:user user:email")
                .with("state", departure.state())
                .with("code_challenge", departure.challenge())
                .with("code_challenge_method", "S256")
                .behind(URI.create(places.site() + "/login/oauth/authorize"));
    }

    @Override
    public Outsider hear(Return arrival, Deadline deadline) throws Unanswered, Unbelievable {
        String access = access(arrival, deadline);
        Json person = line.get(URI.create(places.api() + "/user"), headers(access), deadline)
                .object();
        long id = person.number("id");
        if (id <= 0) {
            throw new Unbelievable("a person without a number");
        }
        return new Outsider(
                registration.provider(),
                Subject.of(Long.toString(id)).orElseThrow(() -> new Unbelievable("a person without a number")),
                reach(access, deadline),
                person.text("login"),
                person.text("name"),
                person.text("login"));
    }

    private String access(Return arrival, Deadline deadline) throws Unanswered, Unbelievable {
        var form = Form.empty()
                .with("client_id", registration.clientId())
                .with("client_secret", registration.secret().reveal())
                .with("code", arrival.code())
                .with("redirect_uri", arrival.callback().toString())
                .with("code_verifier", arrival.verifier());
        return Access.in(line.post(URI.create(places.site() + "/login/oauth/access_token"), form, Map.of(), deadline)
                .object());
    }

    /// The one they are written to. Who did not let us see their addresses has none.
    private Reach reach(String access, Deadline deadline) throws Unanswered {
        List<Json> addresses;
        try {
            addresses = line.get(URI.create(places.api() + "/user/emails"), headers(access), deadline)
                    .objects();
        } catch (Unbelievable _) {
            return new Reach.Unknown();
        }
        return addresses.stream()
                .filter(address -> address.isTrue("primary"))
                .findFirst()
                .map(address -> Addresses.reach(address.text("email"), address.isTrue("verified")))
                .orElseGet(Reach.Unknown::new);
    }

    private static Map<String, String> headers(String access) {
        return Map.of(
                "Accept",
                "application/vnd.github+json",
                "Authorization",
                "Bearer " + access,
                "X-GitHub-Api-Version",
                VERSION);
    }
}
