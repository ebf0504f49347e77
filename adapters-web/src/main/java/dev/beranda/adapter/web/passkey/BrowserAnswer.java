package dev.beranda.adapter.web.passkey;

import dev.beranda.adapter.web.input.Field;
import dev.beranda.adapter.web.input.Fields;
import dev.beranda.domain.passkey.CredentialId;
import dev.beranda.domain.passkey.PasskeyAnswer;
import dev.beranda.domain.shared.Flaw;
import dev.beranda.domain.shared.Parsed;
import java.util.regex.Pattern;

/// What `PublicKeyCredential.toJSON()` gives, as far as anybody here looks at it. Browsers say more than that, and more
/// every year.
public final class BrowserAnswer {

    private static final Pattern BASE64_URL = Pattern.compile("[A-Za-z0-9_-]+");
    private static final int LONGEST = 100_000;
    private static final String TYPE = "public-key";

    private static final String[] MEMBERS = {
        "id", "rawId", "type", "response", "authenticatorAttachment", "clientExtensionResults"
    };

    private BrowserAnswer() {}

    /// @param others what else this request may have
    public static Fields allowing(Fields fields, String... others) {
        String[] all = new String[MEMBERS.length + others.length];
        System.arraycopy(MEMBERS, 0, all, 0, MEMBERS.length);
        System.arraycopy(others, 0, all, MEMBERS.length, others.length);
        return fields.allowing(all);
    }

    public static PasskeyAnswer.Made made(Fields fields) {
        credential(fields);
        Fields response = fields.within("response");
        var clientData = response.required("clientDataJSON", BrowserAnswer::base64);
        var attestation = response.required("attestationObject", BrowserAnswer::base64);
        fields.refuseIfFlawed();
        return new PasskeyAnswer.Made(clientData.value(), attestation.value());
    }

    public static PasskeyAnswer.Used used(Fields fields) {
        var credential = credential(fields);
        Fields response = fields.within("response");
        var clientData = response.required("clientDataJSON", BrowserAnswer::base64);
        var authenticatorData = response.required("authenticatorData", BrowserAnswer::base64);
        var signature = response.required("signature", BrowserAnswer::base64);
        var userHandle = response.optional("userHandle", BrowserAnswer::base64);
        fields.refuseIfFlawed();
        return new PasskeyAnswer.Used(
                credential.value(),
                clientData.value(),
                authenticatorData.value(),
                signature.value(),
                userHandle.isPresent() ? userHandle.value() : "");
    }

    private static Field<CredentialId> credential(Fields fields) {
        fields.required("type", BrowserAnswer::type);
        return fields.required("id", BrowserAnswer::credentialId);
    }

    private static Parsed<String> type(String raw) {
        return raw.equals(TYPE) ? Parsed.of(raw) : Parsed.flawed(new Flaw("not_base64url"));
    }

    private static Parsed<CredentialId> credentialId(String raw) {
        return isBase64(raw, CredentialId.LONGEST) ? Parsed.of(new CredentialId(raw)) : notBase64();
    }

    private static Parsed<String> base64(String raw) {
        return isBase64(raw, LONGEST) ? Parsed.of(raw) : notBase64();
    }

    private static boolean isBase64(String raw, int longest) {
        return raw.length() <= longest
                && raw.length() % 4 != 1
                && BASE64_URL.matcher(raw).matches();
    }

    private static <T> Parsed<T> notBase64() {
        return Parsed.flawed(new Flaw("not_base64url"));
    }
}
