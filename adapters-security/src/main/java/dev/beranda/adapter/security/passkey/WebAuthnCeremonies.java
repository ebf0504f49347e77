package dev.beranda.adapter.security.passkey;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.beranda.domain.passkey.Attestation;
import dev.beranda.domain.passkey.Ceremonies;
import dev.beranda.domain.passkey.Passkey;
import dev.beranda.domain.passkey.PasskeyAnswer;
import dev.beranda.domain.passkey.PasskeyChallenge;
import dev.beranda.domain.passkey.Usage;
import dev.beranda.domain.user.UserId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/// Hands answers to the library that knows the standard. That one is loaded with the first answer and not before: most
/// of the time it only takes room.
public final class WebAuthnCeremonies implements Ceremonies {

    private static final int NONCE_LENGTH = 32;
    private static final int ID_LENGTH = 16;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final JsonFactory JSON = new JsonFactory();

    private final RelyingParty party;
    private final SecureRandom random = new SecureRandom();

    public WebAuthnCeremonies(RelyingParty party) {
        this.party = party;
    }

    @Override
    public String drawNonce() {
        byte[] nonce = new byte[NONCE_LENGTH];
        random.nextBytes(nonce);
        return BASE64.encodeToString(nonce);
    }

    @Override
    public String handleOf(UserId user) {
        return BASE64.encodeToString(ByteBuffer.allocate(ID_LENGTH)
                .putLong(user.value().getMostSignificantBits())
                .putLong(user.value().getLeastSignificantBits())
                .array());
    }

    /// Only read to look the challenge up; whether it is the one that was signed is looked at by the library.
    @Override
    public Optional<String> nonceIn(PasskeyAnswer answer) {
        try (JsonParser parser = JSON.createParser(Base64.getUrlDecoder().decode(answer.clientData()))) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean found = parser.currentName().equals("challenge");
                if (found && parser.nextToken() == JsonToken.VALUE_STRING) {
                    return Optional.of(parser.getText());
                }
                parser.nextToken();
                parser.skipChildren();
            }
            return Optional.empty();
        } catch (IOException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<Attestation> verify(PasskeyAnswer.Made answer, PasskeyChallenge challenge) {
        return Verification.made(party, answer, challenge);
    }

    @Override
    public Optional<Usage> verify(PasskeyAnswer.Used answer, PasskeyChallenge challenge, Passkey passkey) {
        return Verification.used(party, answer, challenge, passkey);
    }
}
