package dev.beranda.domain.shared;

import java.util.Locale;

/// What somebody may do, each including what stands before it.
public enum Role {
    READER,
    AUTHOR,
    EDITOR,
    ADMIN;

    public boolean includes(Role other) {
        return compareTo(other) >= 0;
    }

    /// The spelling used on the wire, in tokens and in the database.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Parsed<Role> parse(String raw) {
        for (Role role : values()) {
            if (role.word().equals(raw)) {
                return Parsed.of(role);
            }
        }
        return Parsed.flawed(new Flaw("role_unknown"));
    }

    /// Our own spelling back into a role; anything else is a bug.
    public static Role ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
