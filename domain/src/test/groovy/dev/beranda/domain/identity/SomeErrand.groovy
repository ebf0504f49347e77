package dev.beranda.domain.identity

import dev.beranda.domain.fixture.People

/// Somebody on their way.
class SomeErrand {

    static final BROWSER = new BrowserKey('k' * 43)
    static final OTHER_BROWSER = new BrowserKey('o' * 43)

    static Errand of(Map<String, ?> wishes = [:]) {
        new Errand(
                new ErrandId(UUID.randomUUID()),
                new Provider(wishes.provider as String ?: 'sunrise'),
                wishes.aim as Errand.Aim ?: new Errand.Aim.ComeIn(),
                new ReturnAddress('https://beranda.test/welcome?lang=id'),
                wishes.challenge as String ?: '',
                People.NOW)
    }
}
