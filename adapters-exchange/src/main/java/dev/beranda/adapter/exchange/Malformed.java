package dev.beranda.adapter.exchange;

import dev.beranda.domain.shared.Flaw;

/// Something cannot be read on.
final class Malformed extends RuntimeException {

    static final String CODE = "import_malformed";
    static final String TOO_MUCH = "import_too_much";

    private static final long serialVersionUID = 1L;

    private final transient Flaw flaw;

    Malformed(Flaw flaw) {
        super(flaw.code(), null, false, false);
        this.flaw = flaw;
    }

    Malformed() {
        this(new Flaw(CODE));
    }

    Flaw flaw() {
        return flaw;
    }
}
