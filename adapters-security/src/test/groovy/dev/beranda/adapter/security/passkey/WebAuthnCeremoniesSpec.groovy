package dev.beranda.adapter.security.passkey

import com.webauthn4j.data.AttestationConveyancePreference
import com.webauthn4j.data.AuthenticatorSelectionCriteria
import com.webauthn4j.data.PublicKeyCredentialCreationOptions
import com.webauthn4j.data.PublicKeyCredentialDescriptor
import com.webauthn4j.data.PublicKeyCredentialParameters
import com.webauthn4j.data.PublicKeyCredentialRequestOptions
import com.webauthn4j.data.PublicKeyCredentialRpEntity
import com.webauthn4j.data.PublicKeyCredentialType
import com.webauthn4j.data.PublicKeyCredentialUserEntity
import com.webauthn4j.data.ResidentKeyRequirement
import com.webauthn4j.data.UserVerificationRequirement
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier
import com.webauthn4j.data.client.Origin
import com.webauthn4j.data.client.challenge.DefaultChallenge
import com.webauthn4j.test.authenticator.webauthn.PackedAuthenticator
import com.webauthn4j.test.authenticator.webauthn.WebAuthnAuthenticatorAdaptor
import com.webauthn4j.test.client.ClientPlatform
import dev.beranda.domain.fixture.People
import dev.beranda.domain.fixture.SoftKey
import dev.beranda.domain.passkey.CredentialId
import dev.beranda.domain.passkey.Passkey
import dev.beranda.domain.passkey.PasskeyAnswer
import dev.beranda.domain.passkey.PasskeyChallenge
import dev.beranda.domain.passkey.PasskeyId
import dev.beranda.domain.passkey.PasskeyName
import spock.lang.Specification

class WebAuthnCeremoniesSpec extends Specification {

    static final PAGE = 'https://beranda.test'
    static final APP = 'https://app.beranda.test'
    static final BASE64 = Base64.urlEncoder.withoutPadding()

    def ceremonies = new WebAuthnCeremonies(new RelyingParty('beranda.test', [PAGE, APP] as Set))
    def ayu = People.newId()
    def device = new SoftKey(PAGE)

    def "a device's first answer gives a key, its second is by that key"() {
        given:
        device.counter = 7

        when:
        def kept = registered(device)

        then:
        kept.credential().value() == device.id
        kept.counter() == 7
        ceremonies.verify(used(device, asked(), [counter: 8]), challenge, kept).get().counter() == 8
    }

    def "pages of other origins that were named may ask too"() {
        given:
        def elsewhere = new SoftKey(APP)

        expect:
        ceremonies.verify(made(elsewhere, asked(), [party: 'beranda.test']), challenge).present
    }

    def "a new key is not taken: #what"() {
        expect:
        ceremonies.verify(made(device, asked(), lies), challenge).empty

        where:
        what                          | lies
        'from a stranger\'s page'     | [origin: 'https://evil.test']
        'from a look-alike'           | [origin: 'https://beranda.test.evil.test']
        'from an unsafe page'         | [origin: 'http://beranda.test']
        'from another port'           | [origin: 'https://beranda.test:8443']
        'for another site'            | [party: 'evil.test']
        'of the other ceremony'       | [type: 'webauthn.get']
        'of another challenge'        | [challenge: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA']
        'its owner was not made sure' | [unverified: true]
        'nobody was there'            | [absent: true]
    }

    def "an answer does not let in: #what"() {
        given:
        def kept = registered(device)

        expect:
        ceremonies.verify(used(device, asked(), lies), challenge, kept).empty

        where:
        what                          | lies
        'from a stranger\'s page'     | [origin: 'https://evil.test']
        'for another site'            | [party: 'evil.test']
        'of the other ceremony'       | [type: 'webauthn.create']
        'of another challenge'        | [challenge: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA']
        'its owner was not made sure' | [unverified: true]
        'nobody was there'            | [absent: true]
        'signed by another key'       | [keys: SoftKey.freshKeys()]
    }

    def "what was signed cannot be changed, not by a bit: #part"() {
        given:
        def kept = registered(device)
        def answer = used(device, asked(), [counter: 8])
        def bent = new PasskeyAnswer.Used(
                answer.credential(),
                part == 'clientData' ? flipped(answer.clientData()) : answer.clientData(),
                part == 'authenticatorData' ? flipped(answer.authenticatorData()) : answer.authenticatorData(),
                part == 'signature' ? flipped(answer.signature()) : answer.signature(),
                answer.userHandle())

        expect:
        ceremonies.verify(answer, challenge, kept).present
        ceremonies.verify(bent, challenge, kept).empty

        where:
        part << ['clientData', 'authenticatorData', 'signature']
    }

    def "another's credential does not do for mine"() {
        given:
        registered(device)
        def other = new SoftKey(PAGE)
        def theirs = registered(other)

        expect:
        ceremonies.verify(used(device, asked()), challenge, theirs).empty
    }

    def "rubbish is refused and nothing more: #what"() {
        given:
        def kept = registered(device)

        expect:
        ceremonies.verify(new PasskeyAnswer.Made(what, what), challenge).empty
        ceremonies.verify(new PasskeyAnswer.Used(new CredentialId(what), what, what, what, what), challenge, kept).empty
        ceremonies.nonceIn(new PasskeyAnswer.Made(what, what)).empty

        where:
        what << ['', '!', 'AAAA', BASE64.encodeToString('{}'.bytes), BASE64.encodeToString('[1,2]'.bytes),
                 BASE64.encodeToString('{"challenge":1}'.bytes), BASE64.encodeToString(('[' * 50_000).bytes),
                 BASE64.encodeToString('{"challenge":'.bytes)]
    }

    def "which challenge is answered is read out of what the browser said"() {
        expect:
        ceremonies.nonceIn(new PasskeyAnswer.Made(BASE64.encodeToString(json.bytes), '')) == Optional.of('abc')

        where:
        json << ['{"challenge":"abc"}', '{"type":"x","a":{"challenge":"no"},"b":["challenge"],"challenge":"abc","origin":"y"}']
    }

    def "challenges are 256 bits of their own, handles are always the same"() {
        expect:
        (1..200).collect { ceremonies.drawNonce() }.toSet().size() == 200
        Base64.urlDecoder.decode(ceremonies.drawNonce()).length == 32
        ceremonies.handleOf(ayu) == ceremonies.handleOf(ayu)
        ceremonies.handleOf(ayu) != ceremonies.handleOf(People.newId())
    }

    def "an authenticator that others wrote is understood"() {
        given:
        def platform = new ClientPlatform(new Origin(PAGE), new WebAuthnAuthenticatorAdaptor(new PackedAuthenticator()))
        def nonce = new DefaultChallenge(Base64.urlDecoder.decode(challenge.nonce()))

        when:
        def created = platform.create(new PublicKeyCredentialCreationOptions(
                new PublicKeyCredentialRpEntity('beranda.test', 'beranda.test'),
                new PublicKeyCredentialUserEntity(Base64.urlDecoder.decode(ceremonies.handleOf(ayu)), 'ayu', 'Ayu'),
                nonce,
                [new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, COSEAlgorithmIdentifier.ES256)],
                60_000L, [],
                new AuthenticatorSelectionCriteria(null, true, ResidentKeyRequirement.REQUIRED, UserVerificationRequirement.REQUIRED),
                AttestationConveyancePreference.NONE, null))
        def attested = ceremonies.verify(
                new PasskeyAnswer.Made(text(created.response.clientDataJSON), text(created.response.attestationObject)), challenge)

        then:
        attested.present

        when:
        def kept = Passkey.add(new PasskeyId(UUID.randomUUID()), ayu, attested.get(), PasskeyName.USUAL, People.NOW)
        def got = platform.get(new PublicKeyCredentialRequestOptions(
                nonce, 60_000L, 'beranda.test',
                [new PublicKeyCredentialDescriptor(PublicKeyCredentialType.PUBLIC_KEY, created.rawId, null)],
                UserVerificationRequirement.REQUIRED, null))

        then:
        ceremonies.verify(new PasskeyAnswer.Used(
                new CredentialId(text(got.rawId)), text(got.response.clientDataJSON), text(got.response.authenticatorData),
                text(got.response.signature), ''), challenge, kept).present
    }

    def challenge = PasskeyChallenge.issue(ceremonies.drawNonce(), new PasskeyChallenge.Errand.ComingIn(), People.NOW)

    private Map asked() {
        [challenge: challenge.nonce(), user: [id: ceremonies.handleOf(ayu)]]
    }

    private Passkey registered(SoftKey device) {
        def attestation = ceremonies.verify(made(device, asked()), challenge).get()
        Passkey.add(new PasskeyId(UUID.randomUUID()), ayu, attestation, PasskeyName.USUAL, People.NOW)
    }

    private static PasskeyAnswer.Made made(SoftKey device, Map options, Map lies = [:]) {
        def answer = device.make(options, lies)
        new PasskeyAnswer.Made(answer.response.clientDataJSON, answer.response.attestationObject)
    }

    private static PasskeyAnswer.Used used(SoftKey device, Map options, Map lies = [:]) {
        def answer = device.use(options, lies)
        new PasskeyAnswer.Used(
                new CredentialId(answer.id), answer.response.clientDataJSON, answer.response.authenticatorData,
                answer.response.signature, answer.response.userHandle)
    }

    private static String flipped(String base64) {
        def bytes = Base64.urlDecoder.decode(base64)
        bytes[bytes.length - 3] = (byte) (bytes[bytes.length - 3] ^ 1)
        text(bytes)
    }

    private static String text(byte[] bytes) {
        BASE64.encodeToString(bytes)
    }
}
