package dev.beranda.adapter.bucket;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs requests as S3 wants them signed (AWS Signature Version 4): the method, the address, the host, the time
/// and the digest of the body. Paths and queries must come in the one spelling that is signed: what is not a
/// letter, a digit or one of `-._~/` percent-encoded, parameters in their order.
final class Signer {

    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final String NAMES = "host;x-amz-content-sha256;x-amz-date";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int DAY = 8;
    private static final HexFormat HEX = HexFormat.of();

    private final BucketSettings settings;

    Signer(BucketSettings settings) {
        this.settings = settings;
    }

    /// The headers that have to be sent besides the host.
    Map<String, String> sign(String method, URI target, byte[] body, Instant now) {
        String time = TIME.format(now);
        String digest = HEX.formatHex(sha256(body));
        String scope = time.substring(0, DAY) + "/" + settings.region() + "/s3/aws4_request";
        String request = String.join(
                "\n",
                method,
                target.getRawPath(),
                target.getRawQuery() == null ? "" : target.getRawQuery(),
                "host:" + target.getRawAuthority(),
                "x-amz-content-sha256:" + digest,
                "x-amz-date:" + time,
                "",
                NAMES,
                digest);
        String toSign = String.join("\n", ALGORITHM, time, scope, HEX.formatHex(sha256(request.getBytes(UTF_8))));
        String signature = HEX.formatHex(mac(key(time.substring(0, DAY)), toSign));
        Map<String, String> headers = new TreeMap<>();
        headers.put("x-amz-content-sha256", digest);
        headers.put("x-amz-date", time);
        headers.put(
                "Authorization",
                ALGORITHM + " Credential=" + settings.accessKey() + "/" + scope + ", SignedHeaders=" + NAMES
                        + ", Signature=" + signature);
        return headers;
    }

    private byte[] key(String day) {
        byte[] ofDay = mac(("AWS4" + settings.secretKey()).getBytes(UTF_8), day);
        return mac(mac(mac(ofDay, settings.region()), "s3"), "aws4_request");
    }

    private static byte[] mac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot sign", e);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot digest", e);
        }
    }
}
