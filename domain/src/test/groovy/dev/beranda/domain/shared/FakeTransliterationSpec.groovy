package dev.beranda.domain.shared

class FakeTransliterationSpec extends TransliterationContract {

    Transliteration transliteration = new FakeTransliteration()
}
