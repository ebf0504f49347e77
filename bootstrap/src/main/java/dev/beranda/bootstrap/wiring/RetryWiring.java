package dev.beranda.bootstrap.wiring;

import dev.beranda.adapter.security.token.InstallationSecret;
import dev.beranda.adapter.web.retry.AttemptNames;
import dev.beranda.application.retry.AnswerOnce;
import dev.beranda.domain.retry.Answers;
import dev.beranda.domain.shared.Transactions;
import dev.beranda.domain.shared.UuidSource;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;

@Factory
final class RetryWiring {

    @Singleton
    AnswerOnce answerOnce(Answers answers, Transactions transactions, UuidSource uuids, Clock clock) {
        return new AnswerOnce(answers, transactions, uuids, clock);
    }

    @Singleton
    AttemptNames attemptNames(InstallationSecret secret) {
        return new AttemptNames(secret.key(InstallationSecret.Purpose.ATTEMPTS));
    }
}
