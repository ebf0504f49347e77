package dev.beranda.adapter.exchange;

import dev.beranda.application.exchange.Goods;
import dev.beranda.application.exchange.Parcel;
import dev.beranda.application.exchange.Unpacker;
import dev.beranda.domain.exchange.Cargo;
import dev.beranda.domain.shared.Flaw;
import java.nio.charset.StandardCharsets;

/// Tells by the first bytes of a file what it is.
public final class ContentUnpacker implements Unpacker {

    static final String UNKNOWN = "import_format_unknown";

    private static final int BEGINNING = 1024;

    private final Bounds bounds;

    public ContentUnpacker() {
        this(Bounds.USUAL);
    }

    ContentUnpacker(Bounds bounds) {
        this.bounds = bounds;
    }

    @Override
    public Unpacking open(Cargo cargo) {
        try {
            return new Unpacking.Opened(goods(cargo));
        } catch (Malformed broken) {
            return new Unpacking.Unreadable(broken.flaw());
        }
    }

    private Goods goods(Cargo cargo) {
        byte[] beginning = cargo.read(0, BEGINNING);
        if (Archive.looksLikeOne(beginning)) {
            return folder(Archive.open(cargo, bounds));
        }
        return switch (firstSign(beginning)) {
            case '<' -> new WordpressFile(cargo, bounds);
            case '{' -> new GhostFile(cargo, bounds);
            default -> throw unknown();
        };
    }

    /// Behind a mark for the order of bytes, and blanks.
    private static int firstSign(byte[] beginning) {
        return new String(beginning, StandardCharsets.UTF_8)
                .chars()
                .filter(sign -> sign != 0xFEFF && !Character.isWhitespace(sign))
                .findFirst()
                .orElse(' ');
    }

    private Goods folder(Archive archive) {
        if (OwnFolder.looksLikeOne(archive)) {
            return new OwnFolder(archive, bounds);
        }
        if (MarkdownFolder.looksLikeOne(archive)) {
            return new MarkdownFolder(archive, bounds);
        }
        throw unknown();
    }

    private static Malformed unknown() {
        return new Malformed(new Flaw(UNKNOWN));
    }

    @Override
    public String fingerprint(Parcel parcel) {
        return Fingerprint.of(parcel);
    }
}
