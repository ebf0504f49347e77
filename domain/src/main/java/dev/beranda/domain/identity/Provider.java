package dev.beranda.domain.identity;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A stranger who vouches for people, by the name it goes by here and in our addresses: `google`.
public record Provider(String name) {

    private static final int LONGEST = 32;
    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9]*(?:-[a-z0-9]+)*");

    public Provider {
        if (!hasShape(name)) {
            throw new IllegalArgumentException("not the name of a provider");
        }
    }

    /// The provider of this name, if it could be one's.
    public static Optional<Provider> named(String raw) {
        return hasShape(raw) ? Optional.of(new Provider(raw)) : Optional.empty();
    }

    /// What it is called in sentences.
    public String title() {
        return switch (name) {
            case "github" -> "GitHub";
            case "gitlab" -> "GitLab";
            case "linkedin" -> "LinkedIn";
            default ->
                name.substring(0, 1).toUpperCase(Locale.ROOT)
                        + name.substring(1).replace('-', ' ');
        };
    }

    private static boolean hasShape(String text) {
        return text.length() <= LONGEST && SHAPE.matcher(text).matches();
    }

    @Override
    public String toString() {
        return name;
    }
}
