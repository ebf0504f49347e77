package dev.beranda.adapter.web.factor;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.beranda.adapter.web.passkey.KnownCredential;
import dev.beranda.application.factor.BeginPasskeyLogIn.Outcome.Begun;
import dev.beranda.domain.passkey.PasskeyChallenge;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/// What `PublicKeyCredential.parseRequestOptionsFromJSON()` takes. Naming no credential, it lets the browser offer
/// those it has, also within a field for the name (conditional mediation).
@JsonInclude(JsonInclude.Include.ALWAYS)
@Serdeable
record RequestOptions(
        String challenge, long timeout, String rpId, List<KnownCredential> allowCredentials, String userVerification) {

    static RequestOptions of(Begun begun, String site) {
        return new RequestOptions(
                begun.challenge().nonce(),
                PasskeyChallenge.LIFETIME.toMillis(),
                site,
                begun.credentials().stream().map(KnownCredential::of).toList(),
                "required");
    }
}
