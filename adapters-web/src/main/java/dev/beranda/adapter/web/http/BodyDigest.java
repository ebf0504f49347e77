package dev.beranda.adapter.web.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.util.AsciiString;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tells the body of a request from others, for routes where one may ask again. The door takes it, who has the whole
/// body, and leaves it in a header of the request, in place of whatever a client may have sent by that name.
///
/// Between the parts of a form with files stands a word that browsers make up anew each time; it is left out.
public final class BodyDigest {

    private static final AsciiString HEADER = AsciiString.cached("X-Beranda-Body");
    private static final AsciiString WANTED = AsciiString.cached("Idempotency-Key");
    private static final Pattern BOUNDARY =
            Pattern.compile("^multipart/.*;\\s*boundary=(?:\"([^\"]+)\"|([^\\s;]+)).*", Pattern.CASE_INSENSITIVE);

    private BodyDigest() {}

    public static String of(io.micronaut.http.HttpRequest<?> request) {
        String digest = request.getHeaders().get(HEADER);
        return digest == null ? "" : digest;
    }

    static void note(HttpRequest head, ByteBuf body) {
        head.headers().remove(HEADER);
        if (head.headers().contains(WANTED)) {
            head.headers().set(HEADER, digest(head.headers().get(HttpHeaderNames.CONTENT_TYPE, ""), body));
        }
    }

    private static String digest(String type, ByteBuf body) {
        Matcher boundary = BOUNDARY.matcher(type);
        MessageDigest digest = sha256();
        if (boundary.matches()) {
            String word = boundary.group(1) == null ? boundary.group(2) : boundary.group(1);
            addWithout(Unpooled.wrappedBuffer(("--" + word).getBytes(ISO_8859_1)), body, digest);
        } else {
            digest.update(type.strip().getBytes(ISO_8859_1));
            digest.update(body.nioBuffer());
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest.digest());
    }

    private static void addWithout(ByteBuf word, ByteBuf body, MessageDigest digest) {
        ByteBuf rest = body.duplicate();
        int length = word.readableBytes();
        for (int at = ByteBufUtil.indexOf(word, rest); at >= 0; at = ByteBufUtil.indexOf(word, rest)) {
            digest.update(rest.nioBuffer(rest.readerIndex(), at - rest.readerIndex()));
            digest.update((byte) 0);
            rest.readerIndex(at + length);
        }
        digest.update(rest.nioBuffer());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
