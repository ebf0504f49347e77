package dev.beranda.domain.passkey

import dev.beranda.domain.user.UserId

/// A world in which devices answer in plain words: what they were asked, and whether they tell the truth.
class FakeCeremonies implements Ceremonies {

    static final GENUINE = 'genuine'

    private int drawn = 0

    @Override
    synchronized String drawNonce() {
        "nonce-${++drawn}"
    }

    @Override
    String handleOf(UserId user) {
        "handle-of-$user"
    }

    @Override
    Optional<String> nonceIn(PasskeyAnswer answer) {
        Optional.of(answer.clientData()).filter { it.startsWith('nonce-') }
    }

    @Override
    Optional<Attestation> verify(PasskeyAnswer.Made answer, PasskeyChallenge challenge) {
        def said = answer.attestationObject().tokenize()
        challenge.nonce() == answer.clientData() && said[0] == GENUINE
                ? Optional.of(new Attestation(new CredentialId(said[1]), "key-of-${said[1]}", 0, false))
                : Optional.empty()
    }

    @Override
    Optional<Usage> verify(PasskeyAnswer.Used answer, PasskeyChallenge challenge, Passkey passkey) {
        challenge.nonce() == answer.clientData() && answer.signature() == "signed-by-key-of-${passkey.credential().value()}".toString()
                ? Optional.of(new Usage(answer.authenticatorData() as long, false))
                : Optional.empty()
    }
}
