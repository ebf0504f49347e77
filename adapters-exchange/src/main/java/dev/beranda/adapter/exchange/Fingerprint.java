package dev.beranda.adapter.exchange;

import dev.beranda.application.exchange.Parcel;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Of everything a thing says, but not of where in the file it stood.
final class Fingerprint {

    private final MessageDigest digest;

    private Fingerprint(MessageDigest digest) {
        this.digest = digest;
    }

    static String of(Parcel parcel) {
        try {
            var fingerprint = new Fingerprint(MessageDigest.getInstance("SHA-256"));
            fingerprint.add(parcel);
            return HexFormat.of().formatHex(fingerprint.digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    /// Each with its length, so that nothing runs into its neighbour.
    private void add(@Nullable Object value) {
        switch (value) {
            case null -> add("null", new byte[0]);
            case Parcel.Label label -> add(label.name());
            case Parcel.PrintFile print -> add(print.width() + "x" + print.height() + '.' + print.format());
            case Supplier<?> content -> add("bytes", (byte[]) content.get());
            case List<?> list -> {
                add("list" + list.size(), new byte[0]);
                list.forEach(this::add);
            }
            case Record thing -> {
                add(thing.getClass().getSimpleName(), new byte[0]);
                for (RecordComponent part : thing.getClass().getRecordComponents()) {
                    add(part(thing, part));
                }
            }
            case Object text -> add("text", text.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static @Nullable Object part(Record thing, RecordComponent part) {
        try {
            return part.getAccessor().invoke(thing);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("a part that cannot be looked at", e);
        }
    }

    private void add(String kind, byte[] bytes) {
        digest.update((kind + ':' + bytes.length + ':').getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
    }
}
