package dev.beranda.application.factor;

import dev.beranda.domain.session.Access;

/// Show a person how their second factor stands.
public final class ShowSecondFactor {

    public record Query(Access caller) {}

    private final SecondFactorReader reader;

    public ShowSecondFactor(SecondFactorReader reader) {
        this.reader = reader;
    }

    public SecondFactorView show(Query query) {
        return reader.of(query.caller().bearer().user());
    }
}
