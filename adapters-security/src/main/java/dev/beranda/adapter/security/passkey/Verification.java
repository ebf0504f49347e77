package dev.beranda.adapter.security.passkey;

import static java.util.Objects.requireNonNull;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecord;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.RegistrationRequest;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.util.exception.WebAuthnException;
import dev.beranda.domain.passkey.Attestation;
import dev.beranda.domain.passkey.CredentialId;
import dev.beranda.domain.passkey.Passkey;
import dev.beranda.domain.passkey.PasskeyAnswer;
import dev.beranda.domain.passkey.PasskeyChallenge;
import dev.beranda.domain.passkey.Usage;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/// The standard's checks. What kind of device it is, nobody asks: no attestation is wanted, so none is believed.
final class Verification {

    private static final Logger LOG = LoggerFactory.getLogger(Verification.class);
    private static final boolean USER_VERIFICATION_REQUIRED = true;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final List<PublicKeyCredentialParameters> KINDS = List.of(
            kind(COSEAlgorithmIdentifier.ES256),
            kind(COSEAlgorithmIdentifier.EdDSA),
            kind(COSEAlgorithmIdentifier.RS256));

    private static final ObjectConverter CONVERTER = new ObjectConverter();
    private static final AttestedCredentialDataConverter KEYS = new AttestedCredentialDataConverter(CONVERTER);
    private static final WebAuthnManager MANAGER = manager();

    private Verification() {}

    static Optional<Attestation> made(RelyingParty party, PasskeyAnswer.Made answer, PasskeyChallenge challenge) {
        try {
            var request = new RegistrationRequest(bytes(answer.attestationObject()), bytes(answer.clientData()));
            var wanted = new RegistrationParameters(expectation(party, challenge), KINDS, USER_VERIFICATION_REQUIRED);
            var object = requireNonNull(MANAGER.verify(request, wanted).getAttestationObject());
            var said = object.getAuthenticatorData();
            var key = requireNonNull(said.getAttestedCredentialData());
            return Optional.of(new Attestation(
                    new CredentialId(BASE64.encodeToString(key.getCredentialId())),
                    BASE64.encodeToString(KEYS.convert(key)),
                    said.getSignCount(),
                    said.isFlagBS()));
        } catch (WebAuthnException | JacksonException | IllegalArgumentException e) {
            return refused(e);
        }
    }

    static Optional<Usage> used(
            RelyingParty party, PasskeyAnswer.Used answer, PasskeyChallenge challenge, Passkey passkey) {
        try {
            var request = new AuthenticationRequest(
                    bytes(answer.credential().value()),
                    bytes(answer.authenticatorData()),
                    bytes(answer.clientData()),
                    bytes(answer.signature()));
            var wanted = new AuthenticationParameters(
                    expectation(party, challenge),
                    recordOf(passkey),
                    List.of(bytes(passkey.credential().value())),
                    USER_VERIFICATION_REQUIRED);
            var said = requireNonNull(MANAGER.verify(request, wanted).getAuthenticatorData());
            return Optional.of(new Usage(said.getSignCount(), said.isFlagBS()));
        } catch (WebAuthnException | JacksonException | IllegalArgumentException e) {
            return refused(e);
        }
    }

    /// Whether a counter went back is decided where it is kept, so that of two copies used at once one is noticed too.
    private static WebAuthnManager manager() {
        var manager = WebAuthnManager.createNonStrictWebAuthnManager(CONVERTER);
        manager.getAuthenticationDataVerifier().setMaliciousCounterValueHandler(_ -> {});
        return manager;
    }

    private static ServerProperty expectation(RelyingParty party, PasskeyChallenge challenge) {
        return ServerProperty.builder()
                .origins(party.origins().stream().map(Origin::new).collect(Collectors.toSet()))
                .rpId(party.id())
                .challenge(new DefaultChallenge(bytes(challenge.nonce())))
                .build();
    }

    private static CredentialRecord recordOf(Passkey passkey) {
        return new CredentialRecordImpl(
                new NoneAttestationStatement(),
                null,
                null,
                null,
                passkey.counter(),
                KEYS.convert(bytes(passkey.publicKey())),
                null,
                null,
                null,
                null);
    }

    private static PublicKeyCredentialParameters kind(COSEAlgorithmIdentifier algorithm) {
        return new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm);
    }

    private static byte[] bytes(String base64) {
        return Base64.getUrlDecoder().decode(base64);
    }

    private static <T> Optional<T> refused(RuntimeException why) {
        LOG.atInfo().addKeyValue("why", why.getClass().getSimpleName()).log("A passkey's answer was refused");
        return Optional.empty();
    }
}
