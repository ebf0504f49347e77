package dev.beranda.domain.passkey;

/// What a device answered, each part in Base64 for URLs as the browser hands it over. Nothing of it is believed yet.
public sealed interface PasskeyAnswer {

    /// What the browser says it was asked, and by whom.
    String clientData();

    /// Of a device that made a key.
    record Made(String clientData, String attestationObject) implements PasskeyAnswer {}

    /// Of a device that used one.
    ///
    /// @param userHandle whose key it takes it for; empty if it did not say
    record Used(
            CredentialId credential, String clientData, String authenticatorData, String signature, String userHandle)
            implements PasskeyAnswer {}
}
