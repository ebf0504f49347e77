package dev.beranda.domain.identity

/// Keeps what it seals, and gives out a number for it.
class FakeErrandSeals implements ErrandSeals {

    private final List<List> sealed = []

    @Override
    synchronized ErrandToken seal(Errand errand, BrowserKey browser) {
        sealed << [errand, browser.reveal()]
        new ErrandToken("errand-${sealed.size() - 1}-of-many")
    }

    @Override
    synchronized Optional<Errand> open(ErrandToken token, BrowserKey browser) {
        def number = token.reveal() ==~ /errand-\d{1,6}-of-many/ ? token.reveal().tokenize('-')[1] as int : -1
        def (errand, key) = number in sealed.indices ? sealed[number] : [null, null]
        Optional.ofNullable(key == browser.reveal() ? errand : null)
    }

    @Override
    ErrandSecrets secretsOf(Errand errand, BrowserKey browser) {
        new ErrandSecrets("nonce-${errand.id()}-${browser.reveal()}", "verifier-${errand.id()}-${browser.reveal()}")
    }
}
