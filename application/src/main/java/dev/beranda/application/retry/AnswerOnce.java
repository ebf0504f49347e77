package dev.beranda.application.retry;

import dev.beranda.domain.retry.Answer;
import dev.beranda.domain.retry.Answers;
import dev.beranda.domain.retry.Answers.Claim;
import dev.beranda.domain.retry.Attempt;
import dev.beranda.domain.shared.Transactions;
import dev.beranda.domain.shared.UuidSource;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;

/// Do what is asked for once, however often it is asked for, and tell the same each time. What is done and what is told
/// are kept together or not at all: whoever asks again after everything broke down finds both or neither.
public final class AnswerOnce {

    public sealed interface Outcome {

        record Told(Answer answer) implements Outcome {}

        /// It was asked for a moment ago and is being done.
        record UnderWay() implements Outcome {}

        record NameUsedOtherwise() implements Outcome {}
    }

    private final Answers answers;
    private final Transactions transactions;
    private final UuidSource uuids;
    private final Clock clock;

    public AnswerOnce(Answers answers, Transactions transactions, UuidSource uuids, Clock clock) {
        this.answers = answers;
        this.transactions = transactions;
        this.uuids = uuids;
        this.clock = clock;
    }

    /// @param work what is done if it was not yet, and what is to be told then
    public Outcome answer(Attempt attempt, Supplier<Answer> work) {
        UUID claim = uuids.next();
        return switch (answers.claim(attempt, claim, clock.instant())) {
            case Claim.Yours() -> new Outcome.Told(carryOut(attempt, claim, work));
            case Claim.Taken() -> new Outcome.UnderWay();
            case Claim.Answered(var answer) -> new Outcome.Told(answer);
            case Claim.OtherContent() -> new Outcome.NameUsedOtherwise();
        };
    }

    private Answer carryOut(Attempt attempt, UUID claim, Supplier<Answer> work) {
        boolean settled = false;
        try {
            Answer answer = transactions.gather(work, given -> settle(attempt, claim, given));
            settled = true;
            return answer;
        } finally {
            if (!settled) {
                answers.release(attempt, claim);
            }
        }
    }

    private void settle(Attempt attempt, UUID claim, Answer answer) {
        if (isWorthKeeping(attempt, answer)) {
            answers.keep(attempt, claim, answer, clock.instant());
        } else {
            answers.release(attempt, claim);
        }
    }

    /// A stranger whose form was wrong is told so as often as they send it. Nothing was done, and anybody at all could
    /// have whatever they send kept.
    private static boolean isWorthKeeping(Attempt attempt, Answer answer) {
        boolean isStranger = attempt.caller().isEmpty();
        return answer.isFinal() && !(isStranger && answer.saysTheFormIsWrong());
    }
}
