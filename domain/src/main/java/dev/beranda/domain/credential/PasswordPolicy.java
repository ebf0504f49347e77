package dev.beranda.domain.credential;

import dev.beranda.domain.shared.Flaw;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What we ask of a password that is chosen today: long, not one that everybody tries first, not the person's own name.
/// No rules about capitals and digits; they only make passwords look alike.
public final class PasswordPolicy {

    public static final int LEAST_MINIMUM = 8;
    public static final int USUAL_MINIMUM = 12;

    /// Shorter words are part of too many good passwords to hold against anybody.
    private static final int SHORTEST_TELLING_WORD = 4;

    private final int minimum;
    private final PasswordStrength strength;
    private final BreachedPasswords breached;

    public PasswordPolicy(int minimum, PasswordStrength strength, BreachedPasswords breached) {
        if (minimum < LEAST_MINIMUM) {
            throw new IllegalArgumentException("a minimum below " + LEAST_MINIMUM + " is no policy");
        }
        this.minimum = minimum;
        this.strength = strength;
        this.breached = breached;
    }

    /// Every rule the password breaks at once, with an estimate that explains itself.
    ///
    /// @param personal words that say who the person is
    public Judgement judge(Password password, List<String> personal) {
        Judgement judgement = judgeAlone(password, personal);
        return judgement.isGoodEnough() && breached.contains(password)
                ? new Judgement(List.of(new Flaw("password_breached")), judgement.estimate())
                : judgement;
    }

    /// The same, without asking anybody outside whether it was ever stolen.
    public Judgement judgeAlone(Password password, List<String> personal) {
        StrengthEstimate estimate = strength.estimate(password, personal);
        List<Flaw> flaws = new ArrayList<>();
        if (password.length() < minimum) {
            flaws.add(new Flaw("password_too_short", minimum));
        }
        if (estimate.common()) {
            flaws.add(new Flaw("password_too_common"));
        }
        if (namesThePerson(password, personal)) {
            flaws.add(new Flaw("password_contains_identity"));
        }
        return new Judgement(flaws, estimate);
    }

    private static boolean namesThePerson(Password password, List<String> personal) {
        String text = password.reveal().toLowerCase(Locale.ROOT);
        return personal.stream()
                .map(word -> word.toLowerCase(Locale.ROOT))
                .filter(word -> word.length() >= SHORTEST_TELLING_WORD)
                .anyMatch(text::contains);
    }

    public record Judgement(List<Flaw> flaws, StrengthEstimate estimate) {

        public Judgement {
            flaws = List.copyOf(flaws);
        }

        public boolean isGoodEnough() {
            return flaws.isEmpty();
        }
    }
}
