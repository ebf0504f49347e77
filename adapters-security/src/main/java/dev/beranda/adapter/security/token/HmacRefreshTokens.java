package dev.beranda.adapter.security.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.beranda.domain.session.RefreshClaim;
import dev.beranda.domain.session.RefreshToken;
import dev.beranda.domain.session.RefreshTokens;
import dev.beranda.domain.session.SessionId;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/// A refresh token is its claim, written out, and a MAC under a key that serves nothing else: version, session,
/// generation, HMAC-SHA256, all of it in Base64.
public final class HmacRefreshTokens implements RefreshTokens {

    private static final byte VERSION = 1;
    private static final int CLAIM_LENGTH = 1 + 16 + 4;
    private static final int MAC_LENGTH = 32;
    private static final int TEXT_LENGTH = (Byte.SIZE * (CLAIM_LENGTH + MAC_LENGTH) + 5) / 6;

    private final SecretKey key;

    public HmacRefreshTokens(InstallationSecret secret) {
        this.key = secret.key(InstallationSecret.Purpose.REFRESH_TOKENS);
    }

    @Override
    public RefreshToken seal(RefreshClaim claim) {
        UUID session = claim.session().value();
        byte[] token = new byte[CLAIM_LENGTH + MAC_LENGTH];
        var fields = ByteBuffer.wrap(token)
                .put(VERSION)
                .putLong(session.getMostSignificantBits())
                .putLong(session.getLeastSignificantBits())
                .putInt(claim.generation());
        fields.put(mac(token));
        return new RefreshToken(Base64Url.encode(token));
    }

    /// A claim has exactly one token, so a token is ours if sealing what it says gives the very same text.
    @Override
    public Optional<RefreshClaim> open(RefreshToken token) {
        if (token.reveal().length() != TEXT_LENGTH) {
            return Optional.empty();
        }
        try {
            RefreshClaim said = read(Base64Url.decode(token.reveal()));
            return isSame(seal(said), token) ? Optional.of(said) : Optional.empty();
        } catch (Malformed _) {
            return Optional.empty();
        }
    }

    private static RefreshClaim read(byte[] token) {
        var fields = ByteBuffer.wrap(token, 1, CLAIM_LENGTH - 1);
        var session = new SessionId(new UUID(fields.getLong(), fields.getLong()));
        return new RefreshClaim(session, fields.getInt());
    }

    private static boolean isSame(RefreshToken one, RefreshToken other) {
        return MessageDigest.isEqual(
                one.reveal().getBytes(UTF_8), other.reveal().getBytes(UTF_8));
    }

    private byte[] mac(byte[] token) {
        try {
            var mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            mac.update(token, 0, CLAIM_LENGTH);
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot seal tokens", e);
        }
    }
}
