package dev.beranda.adapter.oauth;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.beranda.domain.identity.Errand;
import dev.beranda.domain.identity.ErrandSecrets;
import dev.beranda.domain.identity.ErrandToken;
import dev.beranda.domain.identity.IdentityProviders;
import dev.beranda.domain.identity.Provider;
import dev.beranda.domain.identity.ProviderCode;
import dev.beranda.domain.identity.Testimony;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The providers an operator registered this installation with.
public final class OauthProviders implements IdentityProviders, AutoCloseable {

    /// For everything that is asked of a provider on behalf of one person.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final String callbacks;
    private final Line line;
    private final Map<Provider, Conversation> conversations = new LinkedHashMap<>();

    /// @param publicUrl how the world calls this installation
    public OauthProviders(List<Registration> registrations, String publicUrl, InstantSource clock) {
        this(registrations, publicUrl, clock, PATIENCE);
    }

    OauthProviders(List<Registration> registrations, String publicUrl, InstantSource clock, Duration patience) {
        this.line = new Line(patience);
        this.callbacks = publicUrl + "/api/auth/oauth/";
        for (Registration registration : registrations) {
            var counterpart =
                    switch (registration.dialect()) {
                        case Dialect.OpenId place -> new OpenId(registration, place, line, clock);
                        case Dialect.Github places -> new Github(registration, places, line);
                        case Dialect.Facebook places -> new Facebook(registration, places, line);
                    };
            conversations.put(
                    registration.provider(),
                    new Conversation(registration.provider(), counterpart, new Breaker(clock), patience));
        }
    }

    @Override
    public List<Provider> all() {
        return List.copyOf(conversations.keySet());
    }

    @Override
    public Optional<URI> addressOf(Errand errand, ErrandToken token, ErrandSecrets secrets) {
        return conversation(errand)
                .address(new Counterpart.Departure(
                        callback(errand), token.reveal(), secrets.revealNonce(), challenge(secrets)));
    }

    @Override
    public Testimony hear(Errand errand, ProviderCode code, ErrandSecrets secrets) {
        return conversation(errand)
                .hear(new Counterpart.Return(
                        callback(errand), code.reveal(), secrets.revealNonce(), secrets.revealVerifier()));
    }

    @Override
    public void close() {
        line.close();
    }

    private Conversation conversation(Errand errand) {
        return Optional.ofNullable(conversations.get(errand.provider()))
                .orElseThrow(() -> new IllegalStateException("nobody is registered with " + errand.provider()));
    }

    /// From configuration, never from a request, and the same for every errand to the provider.
    private URI callback(Errand errand) {
        return URI.create(callbacks + errand.provider().name() + "/callback");
    }

    private static String challenge(ErrandSecrets secrets) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(secrets.revealVerifier().getBytes(US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
