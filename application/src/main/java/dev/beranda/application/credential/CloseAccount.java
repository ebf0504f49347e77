package dev.beranda.application.credential;

import dev.beranda.application.privacy.PrepareErasure;
import dev.beranda.domain.credential.Password;
import dev.beranda.domain.factor.FactorProof;
import dev.beranda.domain.session.Access;
import dev.beranda.domain.shared.BasedOn;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Have oneself forgotten, having shown who one is.
public final class CloseAccount {

    public record Command(
            Access caller,
            @Nullable Password password,
            @Nullable FactorProof proof,
            BasedOn seen) {}

    public sealed interface Outcome {

        record Leaving(Instant end) implements Outcome {}

        record Forgotten() implements Outcome {}

        record NotProven(ProveOneself.Refusal why) implements Outcome {}

        record Stale() implements Outcome {}

        record LastAdministrator() implements Outcome {}

        record Gone() implements Outcome {}
    }

    private final ProveOneself proveOneself;
    private final PrepareErasure prepareErasure;

    public CloseAccount(ProveOneself proveOneself, PrepareErasure prepareErasure) {
        this.proveOneself = proveOneself;
        this.prepareErasure = prepareErasure;
    }

    public Outcome close(Command command) {
        var proof =
                new ProveOneself.Command<>(command.caller(), command.password(), command.proof(), () -> part(command));
        return switch (proveOneself.prove(proof)) {
            case ProveOneself.Outcome.Done<Outcome>(var outcome) -> outcome;
            case ProveOneself.Outcome.Refused<Outcome>(var why) -> new Outcome.NotProven(why);
        };
    }

    private Outcome part(Command command) {
        var user = command.caller().bearer().user();
        return switch (prepareErasure.prepare(new PrepareErasure.Command(user, user, command.seen()))) {
            case PrepareErasure.Outcome.Leaving(var end) -> new Outcome.Leaving(end);
            case PrepareErasure.Outcome.AlreadyLeaving(var end) -> new Outcome.Leaving(end);
            case PrepareErasure.Outcome.Forgotten() -> new Outcome.Forgotten();
            case PrepareErasure.Outcome.NoSuchUser() -> new Outcome.Gone();
            case PrepareErasure.Outcome.Stale() -> new Outcome.Stale();
            case PrepareErasure.Outcome.LastAdministrator() -> new Outcome.LastAdministrator();
        };
    }
}
