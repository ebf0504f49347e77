package dev.beranda.domain.identity;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What a provider calls one person for good. It says nothing beside the provider: another's may be the same.
public record Subject(String value) {

    private static final Pattern SHAPE = Pattern.compile("[!-~]{1,255}");

    /// What a provider says that has no name for somebody.
    private static final Set<String> NOBODY = Set.of("0", "null", "undefined");

    public Subject {
        if (!isFit(value)) {
            throw new IllegalArgumentException("not what a provider calls somebody");
        }
    }

    public static Optional<Subject> of(String raw) {
        return isFit(raw) ? Optional.of(new Subject(raw)) : Optional.empty();
    }

    private static boolean isFit(String text) {
        return SHAPE.matcher(text).matches() && !NOBODY.contains(text);
    }

    @Override
    public String toString() {
        return value;
    }
}
