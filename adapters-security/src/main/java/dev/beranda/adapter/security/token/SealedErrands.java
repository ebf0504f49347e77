package dev.beranda.adapter.security.token;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.beranda.domain.identity.BrowserKey;
import dev.beranda.domain.identity.Errand;
import dev.beranda.domain.identity.ErrandSeals;
import dev.beranda.domain.identity.ErrandSecrets;
import dev.beranda.domain.identity.ErrandToken;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/// An errand as version, nonce and AES-256-GCM of what it is, bound to the key of its browser: whoever reads the
/// address bar, the provider included, learns nothing, and in another browser it does not open.
public final class SealedErrands implements ErrandSeals {

    private static final byte VERSION = 1;
    private static final int NONCE_LENGTH = 12;
    private static final int TAG_BITS = 128;
    private static final int LONGEST_TOKEN = 2_000;

    private final SecretKey key;
    private final SecretKey secretsKey;
    private final SecureRandom random = new SecureRandom();

    public SealedErrands(InstallationSecret secret) {
        this.key = secret.key(InstallationSecret.Purpose.ERRANDS);
        this.secretsKey = secret.key(InstallationSecret.Purpose.ERRAND_SECRETS);
    }

    @Override
    public ErrandToken seal(Errand errand, BrowserKey browser) {
        byte[] nonce = new byte[NONCE_LENGTH];
        random.nextBytes(nonce);
        try {
            byte[] locked = cipher(Cipher.ENCRYPT_MODE, VERSION, nonce, browser).doFinal(WrittenErrand.write(errand));
            var box = ByteBuffer.allocate(1 + NONCE_LENGTH + locked.length);
            return new ErrandToken(
                    Base64Url.encode(box.put(VERSION).put(nonce).put(locked).array()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot seal errands", e);
        }
    }

    @Override
    public Optional<Errand> open(ErrandToken token, BrowserKey browser) {
        if (token.reveal().length() > LONGEST_TOKEN) {
            return Optional.empty();
        }
        try {
            var box = ByteBuffer.wrap(Base64Url.decode(token.reveal()));
            byte version = box.get();
            byte[] nonce = taken(box, NONCE_LENGTH);
            byte[] locked = taken(box, box.remaining());
            return Optional.of(WrittenErrand.read(
                    cipher(Cipher.DECRYPT_MODE, version, nonce, browser).doFinal(locked)));
        } catch (GeneralSecurityException | BufferUnderflowException | Malformed _) {
            return Optional.empty();
        }
    }

    @Override
    public ErrandSecrets secretsOf(Errand errand, BrowserKey browser) {
        return new ErrandSecrets(secret("nonce", errand, browser), secret("verifier", errand, browser));
    }

    private String secret(String what, Errand errand, BrowserKey browser) {
        try {
            var mac = Mac.getInstance(secretsKey.getAlgorithm());
            mac.init(secretsKey);
            mac.update((what + '/' + errand.id() + '/').getBytes(US_ASCII));
            return Base64Url.encode(mac.doFinal(browser.reveal().getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot make secrets", e);
        }
    }

    private Cipher cipher(int mode, byte version, byte[] nonce, BrowserKey browser) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(new byte[] {version});
        cipher.updateAAD(browser.reveal().getBytes(UTF_8));
        return cipher;
    }

    private static byte[] taken(ByteBuffer box, int length) {
        byte[] bytes = new byte[length];
        box.get(bytes);
        return bytes;
    }
}
