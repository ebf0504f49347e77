package dev.beranda.domain.factor;

import dev.beranda.domain.shared.Flaw;
import dev.beranda.domain.shared.Parsed;

/// What somebody types for a second factor.
public sealed interface FactorProof {

    record OfApp(TotpCode code) implements FactorProof {}

    record OfPaper(RecoveryCode code) implements FactorProof {}

    /// The two cannot be mistaken for each other, so one field takes both.
    static Parsed<FactorProof> parse(String raw) {
        String text = TypedCode.tidy(raw);
        if (TotpCode.isWellFormed(text)) {
            return Parsed.of(new OfApp(new TotpCode(text)));
        }
        return RecoveryCode.isWellFormed(text)
                ? Parsed.of(new OfPaper(new RecoveryCode(text)))
                : Parsed.flawed(new Flaw("mfa_code_invalid"));
    }
}
