package dev.beranda.domain.shared;

/// A language the house speaks to people in.
public enum Language {
    ENGLISH("en"),
    INDONESIAN("id");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /// The spelling of BCP 47, used on the wire and in the database.
    public String tag() {
        return tag;
    }

    public static Parsed<Language> parse(String raw) {
        for (Language language : values()) {
            if (language.tag.equalsIgnoreCase(raw.strip())) {
                return Parsed.of(language);
            }
        }
        return Parsed.flawed(new Flaw("language_unknown"));
    }

    /// Our own spelling back into a language; anything else is a bug.
    public static Language ofTag(String tag) {
        return switch (tag) {
            case "en" -> ENGLISH;
            case "id" -> INDONESIAN;
            default -> throw new IllegalArgumentException("no language of ours: " + tag);
        };
    }
}
