package dev.beranda.adapter.security.token;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.beranda.domain.identity.BrowserKey;
import dev.beranda.domain.identity.VoucherCode;
import dev.beranda.domain.identity.VoucherId;
import dev.beranda.domain.identity.VoucherSeals;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/// A code is the voucher's id and a MAC over it, under a key that serves nothing else.
public final class HmacVoucherSeals implements VoucherSeals {

    private static final int ID_LENGTH = 16;
    private static final int MAC_LENGTH = 32;
    private static final int TEXT_LENGTH = (Byte.SIZE * (ID_LENGTH + MAC_LENGTH) + 5) / 6;

    private final SecretKey key;

    public HmacVoucherSeals(InstallationSecret secret) {
        this.key = secret.key(InstallationSecret.Purpose.VOUCHERS);
    }

    @Override
    public VoucherCode codeOf(VoucherId id) {
        byte[] name = ByteBuffer.allocate(ID_LENGTH)
                .putLong(id.value().getMostSignificantBits())
                .putLong(id.value().getLeastSignificantBits())
                .array();
        byte[] code = ByteBuffer.allocate(ID_LENGTH + MAC_LENGTH)
                .put(name)
                .put(mac("code", name))
                .array();
        return new VoucherCode(Base64Url.encode(code));
    }

    /// A voucher has exactly one code, so a code is ours if making it anew gives the very same text.
    @Override
    public Optional<VoucherId> open(VoucherCode code) {
        if (code.reveal().length() != TEXT_LENGTH) {
            return Optional.empty();
        }
        try {
            var fields = ByteBuffer.wrap(Base64Url.decode(code.reveal()));
            var id = new VoucherId(new UUID(fields.getLong(), fields.getLong()));
            return isSame(codeOf(id).reveal(), code.reveal()) ? Optional.of(id) : Optional.empty();
        } catch (Malformed _) {
            return Optional.empty();
        }
    }

    @Override
    public String digestOf(BrowserKey browser) {
        return Base64Url.encode(mac("browser", browser.reveal().getBytes(UTF_8)));
    }

    @Override
    public String challengeOf(String verifier) {
        return Base64Url.encode(Sha256.of(verifier.getBytes(UTF_8)));
    }

    private byte[] mac(String what, byte[] of) {
        try {
            var mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            mac.update((what + '/').getBytes(US_ASCII));
            return mac.doFinal(of);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot seal vouchers", e);
        }
    }

    private static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(UTF_8), other.getBytes(UTF_8));
    }
}
