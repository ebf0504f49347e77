package dev.beranda.domain.shared;

import java.util.List;

/// One thing that is wrong with a value from outside: a stable code, and the numbers or words its message needs.
public record Flaw(String code, List<Object> arguments) {

    public Flaw {
        arguments = List.copyOf(arguments);
    }

    public Flaw(String code, Object... arguments) {
        this(code, List.of(arguments));
    }
}
