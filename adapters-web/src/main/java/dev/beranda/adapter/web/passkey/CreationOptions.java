package dev.beranda.adapter.web.passkey;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.beranda.application.passkey.BeginPasskey.Outcome.Begun;
import dev.beranda.domain.passkey.PasskeyChallenge;
import dev.beranda.domain.user.User;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/// What `PublicKeyCredential.parseCreationOptionsFromJSON()` takes. A key that is found without being named, by a
/// device that makes sure of its owner: only such a one does alone.
@JsonInclude(JsonInclude.Include.ALWAYS)
@Serdeable
record CreationOptions(
        Party rp,
        Person user,
        String challenge,
        List<Kind> pubKeyCredParams,
        long timeout,
        List<KnownCredential> excludeCredentials,
        Selection authenticatorSelection,
        String attestation) {

    /// ECDSA with P-256, EdDSA, RSA: what devices have, the best first.
    private static final List<Kind> KINDS =
            List.of(new Kind("public-key", -7), new Kind("public-key", -8), new Kind("public-key", -257));

    static CreationOptions of(Begun begun, String site) {
        return new CreationOptions(
                new Party(site, site),
                Person.of(begun.user(), begun.handle()),
                begun.challenge().nonce(),
                KINDS,
                PasskeyChallenge.LIFETIME.toMillis(),
                begun.others().stream().map(KnownCredential::of).toList(),
                new Selection("required", true, "required"),
                "none");
    }

    @Serdeable
    record Party(String id, String name) {}

    @Serdeable
    record Person(String id, String name, String displayName) {

        static Person of(User user, String handle) {
            return new Person(
                    handle, user.username().value(), user.displayName().value());
        }
    }

    @Serdeable
    record Kind(String type, int alg) {}

    @Serdeable
    record Selection(String residentKey, boolean requireResidentKey, String userVerification) {}
}
