package dev.beranda.adapter.web.input;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes a form with files apart (RFC 7578), as strictly as JSON: no name twice, nothing before, between or behind the
/// parts. All of it is in memory already, so nothing is ever put aside.
final class Multipart {

    private static final Pattern BOUNDARY = Pattern.compile("[0-9A-Za-z'()+_,./:=?-]{1,70}");
    private static final int MOST_PARTS = 20;
    private static final int LONGEST_HEAD = 8 * 1024;
    private static final Pattern DISPOSITION =
            Pattern.compile("(?i)content-disposition:[ \t]*form-data[ \t]*;(.*)", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("(?i)(?:^|;)[ \t]*name=\"([A-Za-z0-9_]{1,64})\"[ \t]*(?:;|$)");
    private static final Pattern FILE = Pattern.compile("(?i)filename\\*?=");
    private static final byte[] LINE = {'\r', '\n'};
    private static final byte[] BLANK_LINE = {'\r', '\n', '\r', '\n'};
    private static final byte[] END = {'-', '-'};

    private final byte[] body;
    private final byte[] delimiter;
    private final Map<String, Object> fields = new LinkedHashMap<>();
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    private Multipart(byte[] body, String boundary) {
        this.body = body;
        this.delimiter = ("\r\n--" + boundary).getBytes(ISO_8859_1);
    }

    /// Nothing where it is not well formed.
    static Optional<Upload> upload(byte[] body, String boundary) {
        if (!BOUNDARY.matcher(boundary).matches()) {
            return Optional.empty();
        }
        var parts = new Multipart(body, boundary);
        return parts.read() ? Optional.of(new Upload(parts.fields, parts.files)) : Optional.empty();
    }

    private boolean read() {
        int opening = delimiter.length - LINE.length;
        if (!matches(0, Arrays.copyOfRange(delimiter, LINE.length, delimiter.length))) {
            return false;
        }
        int at = opening;
        for (int parts = 0; parts < MOST_PARTS; parts++) {
            if (matches(at, END)) {
                return isEndOf(at + END.length);
            }
            int next = matches(at, LINE) ? find(delimiter, at + LINE.length, body.length) : -1;
            if (next < 0 || !take(at + LINE.length, next)) {
                return false;
            }
            at = next + delimiter.length;
        }
        return matches(at, END) && isEndOf(at + END.length);
    }

    private boolean isEndOf(int at) {
        return at == body.length || at + LINE.length == body.length && matches(at, LINE);
    }

    private boolean take(int from, int to) {
        int blank = find(BLANK_LINE, from, Math.min(to, from + LONGEST_HEAD));
        return blank >= 0 && take(new String(body, from, blank - from, UTF_8), blank + BLANK_LINE.length, to);
    }

    private boolean take(String head, int from, int to) {
        Optional<String> disposition = disposition(head);
        Optional<String> name = disposition.flatMap(Multipart::name);
        if (name.isEmpty() || fields.containsKey(name.get()) || files.containsKey(name.get())) {
            return false;
        }
        if (FILE.matcher(disposition.get()).find()) {
            files.put(name.get(), Arrays.copyOfRange(body, from, to));
            return true;
        }
        return takeText(name.get(), from, to);
    }

    private boolean takeText(String name, int from, int to) {
        try {
            fields.put(
                    name,
                    UTF_8.newDecoder()
                            .decode(ByteBuffer.wrap(body, from, to - from))
                            .toString());
            return true;
        } catch (CharacterCodingException notText) {
            return false;
        }
    }

    private static Optional<String> disposition(String head) {
        return Arrays.stream(head.split("\r\n", -1))
                .map(DISPOSITION::matcher)
                .filter(Matcher::matches)
                .map(line -> line.group(1))
                .findFirst();
    }

    /// The one that stands outside of what the file is called.
    private static Optional<String> name(String disposition) {
        Matcher name = NAME.matcher(disposition.replaceAll("(?i)filename\\*?=(\"[^\"]*\"|[^;]*)", "filename"));
        return name.find() ? Optional.of(name.group(1)) : Optional.empty();
    }

    private boolean matches(int at, byte[] wanted) {
        return at + wanted.length <= body.length
                && Arrays.equals(body, at, at + wanted.length, wanted, 0, wanted.length);
    }

    private int find(byte[] wanted, int from, int to) {
        for (int at = from; at <= to - wanted.length; at++) {
            if (body[at] == wanted[0] && matches(at, wanted)) {
                return at;
            }
        }
        return -1;
    }
}
