package dev.beranda.domain.identity

/// Providers that say what they are told to.
class FakeIdentityProviders implements IdentityProviders {

    List<Provider> all = [new Provider('harbour'), new Provider('sunrise')]
    Testimony testimony = new Testimony.Worthless()
    boolean away
    ErrandToken given
    int questions

    @Override
    List<Provider> all() {
        all
    }

    @Override
    Optional<URI> addressOf(Errand errand, ErrandToken token, ErrandSecrets secrets) {
        given = token
        away ? Optional.empty() : Optional.of(URI.create("https://${errand.provider()}.test/authorize"))
    }

    @Override
    Testimony hear(Errand errand, ProviderCode code, ErrandSecrets secrets) {
        questions++
        testimony
    }
}
