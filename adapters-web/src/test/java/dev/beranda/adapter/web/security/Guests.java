package dev.beranda.adapter.web.security;

import dev.beranda.application.session.CheckAccess;
import dev.beranda.application.session.RecallAccess;
import dev.beranda.domain.session.Access;
import dev.beranda.domain.session.AccessToken;
import dev.beranda.domain.session.AccessTokens;
import dev.beranda.domain.session.Bearer;
import dev.beranda.domain.session.Revocations;
import dev.beranda.domain.session.SessionId;
import dev.beranda.domain.shared.Role;
import dev.beranda.domain.user.UserId;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.security.rules.SecurityRuleResult;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/// Who comes to the gate. A token is the word for a role, behind `known-` if its bearer was here before, or behind
/// `banished-` if it was taken back.
@Factory
@Requires(property = "rooms")
class Guests {

    private static final UUID SOMEBODY = UUID.fromString("01920000-0000-7000-8000-0000000000a1");
    private static final SessionId BANISHED = new SessionId(new UUID(7, 7));

    @Singleton
    CheckAccess checkAccess() {
        return new CheckAccess(new Words(), new Banishment());
    }

    @Singleton
    RecallAccess recallAccess() {
        return new RecallAccess(new Words(), new Banishment());
    }

    @Singleton
    CsrfTokens csrfTokens() {
        return new CsrfTokens(new SecretKeySpec(new byte[32], "HmacSHA256"));
    }

    /// Takes its time over every question, before any other rule is asked.
    @Singleton
    @Requires(property = "rooms", value = "pondered")
    SecurityRule<HttpRequest<?>> ponder() {
        return new Pondering();
    }

    private static final class Pondering implements SecurityRule<HttpRequest<?>>, Ordered {

        @Override
        public Publisher<SecurityRuleResult> check(@Nullable HttpRequest<?> request, @Nullable Authentication caller) {
            return Mono.just(SecurityRuleResult.ALLOWED).delayElement(Duration.ofMillis(200));
        }

        @Override
        public int getOrder() {
            return HIGHEST_PRECEDENCE;
        }
    }

    private static final class Words implements AccessTokens {

        @Override
        public AccessToken sign(Access access) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Access> check(AccessToken token) {
            String word = token.reveal();
            String role = word.substring(word.indexOf('-') + 1);
            SessionId session = word.startsWith("banished-") ? BANISHED : new SessionId(SOMEBODY);
            return Optional.of(role)
                    .filter(it -> !it.equals("nobody"))
                    .map(it -> new Access(
                            new Bearer(new UserId(SOMEBODY), Role.valueOf(it.toUpperCase()), 0, false),
                            session,
                            Instant.EPOCH,
                            Instant.MAX));
        }

        @Override
        public Optional<Access> recall(AccessToken token) {
            return token.reveal().startsWith("known-") ? check(token) : Optional.empty();
        }
    }

    private static final class Banishment implements Revocations {

        @Override
        public boolean cover(Access access) {
            return access.session().equals(BANISHED);
        }

        @Override
        public boolean surelySpare(Access access) {
            return !cover(access);
        }
    }
}
