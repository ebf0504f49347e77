package dev.beranda.adapter.exchange;

import dev.beranda.domain.exchange.Cargo;
import dev.beranda.domain.shared.Flaw;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/// A ZIP by its list of contents, which alone says what is a link and what a file. Nothing is ever unpacked to a
/// disk, and of nothing more than it says it is: so what unpacks to more than it says is broken, and what says too
/// much is not read.
final class Archive {

    private static final int END = 0x06054b50;
    private static final int END_64_LOCATOR = 0x07064b50;
    private static final int END_64 = 0x06064b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int LOCAL = 0x04034b50;
    private static final int END_LENGTH = 22;
    private static final int LONGEST_COMMENT = 65_535;
    private static final int CENTRAL_LENGTH = 46;
    private static final int LOCAL_LENGTH = 30;
    private static final int ENCRYPTED = 1;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;
    private static final int UNIX = 3;
    private static final int FILE_TYPE = 0xF000;
    private static final int REGULAR = 0x8000;
    private static final int BITE = 256 * 1024;
    private static final int LONGEST_NAME = 400;
    private static final int SMALL = 1024 * 1024;
    private static final long MOST_32 = 0xFFFF_FFFFL;

    private final Cargo cargo;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final List<String> refused = new ArrayList<>();

    /// @param size once it is unpacked
    record Entry(String name, int method, long crc, long packed, long size, long at) {}

    private Archive(Cargo cargo) {
        this.cargo = cargo;
    }

    static boolean looksLikeOne(byte[] beginning) {
        return beginning.length >= 4
                && beginning[0] == 'P'
                && beginning[1] == 'K'
                && (beginning[2] == 3 && beginning[3] == 4 || beginning[2] == 5 && beginning[3] == 6);
    }

    static Archive open(Cargo cargo, Bounds bounds) {
        var archive = new Archive(cargo);
        archive.read(bounds);
        return archive;
    }

    /// In the order of their list, those that may be read.
    Map<String, Entry> entries() {
        return entries;
    }

    /// What is named as nothing is that lies in a ZIP: above it, somewhere else, or twice.
    List<String> refused() {
        return refused;
    }

    private record Contents(long at, long length, long count) {}

    private void read(Bounds bounds) {
        Contents contents = contents();
        if (contents.count() > bounds.things()) {
            throw new Malformed(new Flaw(Malformed.TOO_MUCH));
        }
        long at = contents.at();
        long end = contents.at() + contents.length();
        long unpacked = 0;
        for (long count = 0; count < contents.count(); count++) {
            ByteBuffer head = bytes(at, CENTRAL_LENGTH);
            if (head.getInt(0) != CENTRAL || at + CENTRAL_LENGTH > end) {
                throw new Malformed();
            }
            int name = unsigned(head, 28);
            int extra = unsigned(head, 30);
            int comment = unsigned(head, 32);
            ByteBuffer tail = bytes(at + CENTRAL_LENGTH, name + extra);
            Optional<Entry> entry = entry(head, tail, name);
            unpacked += entry.map(Entry::size).orElse(0L);
            if (unpacked > bounds.unpacked()
                    || entry.filter(one -> isBomb(one, bounds)).isPresent()) {
                throw new Malformed(new Flaw(Malformed.TOO_MUCH));
            }
            entry.ifPresent(this::keep);
            at += CENTRAL_LENGTH + name + extra + comment;
        }
    }

    private static boolean isBomb(Entry entry, Bounds bounds) {
        return entry.size() > SMALL && entry.size() / bounds.ratio() > entry.packed();
    }

    private void keep(Entry entry) {
        if (isOutside(entry.name()) || entries.putIfAbsent(entry.name(), entry) != null) {
            refused.add(shortened(entry.name()));
        }
    }

    private static boolean isOutside(String name) {
        return name.length() > LONGEST_NAME
                || name.startsWith("/")
                || name.indexOf('\\') >= 0
                || name.indexOf('\0') >= 0
                || name.matches("(?s)[A-Za-z]:.*")
                || List.of(name.split("/", -1)).contains("..");
    }

    private static String shortened(String name) {
        String plain = name.replaceAll("\\p{Cntrl}", "?");
        return plain.length() > LONGEST_NAME ? plain.substring(0, LONGEST_NAME) : plain.isEmpty() ? "?" : plain;
    }

    /// Nothing for a folder.
    private Optional<Entry> entry(ByteBuffer head, ByteBuffer tail, int nameLength) {
        byte[] raw = new byte[nameLength];
        tail.get(0, raw);
        String name = new String(raw, StandardCharsets.UTF_8);
        if (name.endsWith("/")) {
            return Optional.empty();
        }
        var sizes = new long[] {head.getInt(24) & MOST_32, head.getInt(20) & MOST_32, head.getInt(42) & MOST_32};
        widen(sizes, tail, nameLength);
        if (isLink(head)) {
            refused.add(shortened(name));
            return Optional.empty();
        }
        int method = (unsigned(head, 8) & ENCRYPTED) == 0 ? unsigned(head, 10) : -1;
        return Optional.of(new Entry(name, method, head.getInt(16) & MOST_32, sizes[1], sizes[0], sizes[2]));
    }

    private static boolean isLink(ByteBuffer head) {
        int type = unsigned(head, 40) & FILE_TYPE;
        return unsigned(head, 4) >> 8 == UNIX && type != 0 && type != REGULAR;
    }

    /// What is too large for four bytes stands in an extra field, in the order of the fields it stands for.
    private static void widen(long[] sizes, ByteBuffer tail, int from) {
        for (int at = from; at + 4 <= tail.limit(); at += 4 + unsigned(tail, at + 2)) {
            if (unsigned(tail, at) == 1) {
                int field = at + 4;
                for (int i = 0; i < sizes.length; i++) {
                    if (sizes[i] == MOST_32 && field + 8 <= tail.limit()) {
                        sizes[i] = tail.getLong(field);
                        field += 8;
                    }
                }
            }
        }
        for (long size : sizes) {
            if (size < 0) {
                throw new Malformed();
            }
        }
    }

    private Contents contents() {
        long from = Math.max(0, cargo.length() - END_LENGTH - LONGEST_COMMENT);
        ByteBuffer tail =
                ByteBuffer.wrap(cargo.read(from, END_LENGTH + LONGEST_COMMENT)).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = tail.limit() - END_LENGTH; at >= 0; at--) {
            if (tail.getInt(at) == END && at + END_LENGTH + unsigned(tail, at + 20) == tail.limit()) {
                var contents = new Contents(
                        tail.getInt(at + 16) & MOST_32, tail.getInt(at + 12) & MOST_32, unsigned(tail, at + 10));
                return widened(contents, from + at);
            }
        }
        throw new Malformed();
    }

    private Contents widened(Contents contents, long end) {
        if (end < 20 || bytes(end - 20, 4).getInt(0) != END_64_LOCATOR) {
            return contents;
        }
        long at = bytes(end - 20, 20).getLong(8);
        ByteBuffer wide = bytes(at, 56);
        if (wide.getInt(0) != END_64) {
            throw new Malformed();
        }
        return new Contents(wide.getLong(48), wide.getLong(40), wide.getLong(32));
    }

    /// @return nothing where it is larger than that, or is not what it says it is
    Optional<byte[]> content(Entry entry, int most) {
        if (entry.size() > most || entry.method() != STORED && entry.method() != DEFLATED) {
            return Optional.empty();
        }
        OptionalLong from = beginning(entry);
        byte[] content = new byte[(int) entry.size()];
        return from.isPresent() && fill(entry, from.getAsLong(), content) && crc(content) == entry.crc()
                ? Optional.of(content)
                : Optional.empty();
    }

    private boolean fill(Entry entry, long from, byte[] content) {
        return entry.method() == STORED ? copy(entry, from, content) : inflate(entry, from, content);
    }

    /// Where its bytes lie; nothing where the list of contents leads astray.
    private OptionalLong beginning(Entry entry) {
        byte[] head = cargo.read(entry.at(), LOCAL_LENGTH);
        ByteBuffer fields = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
        return head.length < LOCAL_LENGTH || fields.getInt(0) != LOCAL
                ? OptionalLong.empty()
                : OptionalLong.of(entry.at() + LOCAL_LENGTH + unsigned(fields, 26) + unsigned(fields, 28));
    }

    private boolean copy(Entry entry, long from, byte[] content) {
        byte[] stored = cargo.read(from, content.length);
        System.arraycopy(stored, 0, content, 0, stored.length);
        return stored.length == content.length && entry.packed() == entry.size();
    }

    private boolean inflate(Entry entry, long from, byte[] content) {
        try (var inflater = new Inflater(true)) {
            long left = entry.packed();
            long at = from;
            int filled = 0;
            while (!inflater.finished()) {
                if (inflater.needsInput()) {
                    byte[] bite = cargo.read(at, (int) Math.min(BITE, left));
                    if (bite.length == 0) {
                        return false;
                    }
                    inflater.setInput(bite);
                    at += bite.length;
                    left -= bite.length;
                }
                int more = inflater.inflate(content, filled, content.length - filled);
                if (more == 0 && !inflater.needsInput() && !inflater.finished()) {
                    return isAtEnd(inflater, filled, content.length);
                }
                filled += more;
            }
            return filled == content.length;
        } catch (DataFormatException broken) {
            return false;
        }
    }

    /// With no room left it cannot say that it has finished; one more byte would be too many.
    private static boolean isAtEnd(Inflater inflater, int filled, int length) throws DataFormatException {
        return filled == length && inflater.inflate(new byte[1]) == 0 && inflater.finished();
    }

    /// The same, for who reads it piece by piece and needs no more than a little of it at once.
    InputStream stream(Entry entry) throws IOException {
        OptionalLong from = beginning(entry);
        if (from.isEmpty() || entry.method() != STORED && entry.method() != DEFLATED) {
            throw new ZipException(entry.name());
        }
        InputStream packed = new BufferedInputStream(new CargoStream(cargo, from.getAsLong(), entry.packed()), BITE);
        return new MeasuredStream(
                entry.method() == STORED ? packed : new InflaterInputStream(packed, new Inflater(true), BITE),
                entry.size());
    }

    private static long crc(byte[] content) {
        var crc = new CRC32();
        crc.update(content);
        return crc.getValue();
    }

    private ByteBuffer bytes(long at, int length) {
        byte[] read = at < 0 ? new byte[0] : cargo.read(at, length);
        if (read.length < length) {
            throw new Malformed();
        }
        return ByteBuffer.wrap(read).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static int unsigned(ByteBuffer bytes, int at) {
        return bytes.getShort(at) & 0xFFFF;
    }
}
