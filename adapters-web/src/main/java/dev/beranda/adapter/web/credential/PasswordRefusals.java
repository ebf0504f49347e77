package dev.beranda.adapter.web.credential;

import dev.beranda.adapter.web.problem.Refusal;
import dev.beranda.adapter.web.problem.Refusal.Advice;
import dev.beranda.adapter.web.problem.Refusal.FieldFlaw;
import dev.beranda.domain.credential.PasswordPolicy.Judgement;

/// What to say to a password that is not good enough.
final class PasswordRefusals {

    private PasswordRefusals() {}

    static Refusal weak(String field, Judgement judgement) {
        return Refusal.invalid(judgement.flaws().stream()
                        .map(flaw -> new FieldFlaw(field, flaw))
                        .toList())
                .advising(advice(judgement));
    }

    static Advice advice(Judgement judgement) {
        return new Advice(judgement.estimate().score(), judgement.estimate().advice());
    }
}
