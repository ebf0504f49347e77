package dev.beranda.application.administration;

import dev.beranda.domain.shared.Flaw;
import dev.beranda.domain.shared.Parsed;
import java.util.Locale;

/// What people are listed by.
public record PersonOrder(Key by, boolean descending) {

    /// The newest first.
    public static final PersonOrder USUAL = new PersonOrder(Key.REGISTERED_AT, true);

    public enum Key {
        REGISTERED_AT,
        USERNAME,
        EMAIL
    }

    /// What the moment is called where people are shown.
    private static final String CREATED_AT = "created_at";

    /// @param raw the name of a key, behind a `-` for the other way round
    public static Parsed<PersonOrder> parse(String raw) {
        boolean descending = raw.startsWith("-");
        String word = descending ? raw.substring(1) : raw;
        if (word.equals(CREATED_AT)) {
            return Parsed.of(new PersonOrder(Key.REGISTERED_AT, descending));
        }
        for (Key key : Key.values()) {
            if (key.name().toLowerCase(Locale.ROOT).equals(word)) {
                return Parsed.of(new PersonOrder(key, descending));
            }
        }
        return Parsed.flawed(new Flaw("invalid_sort"));
    }
}
