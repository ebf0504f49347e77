package dev.beranda.domain.credential;

import java.util.List;

/// How good a password is and why.
///
/// @param score 0 (guessed at once) to 4 (very hard)
/// @param common it is on the lists that every attacker tries first, or a trivial variation of such a one
/// @param advice stable words for what is weak and what would help, most important first
public record StrengthEstimate(int score, boolean common, List<String> advice) {

    public StrengthEstimate {
        advice = List.copyOf(advice);
    }
}
