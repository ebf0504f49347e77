package dev.beranda.domain.shared

import java.text.Normalizer

/// Takes accents off and leaves out what is foreign.
class FakeTransliteration implements Transliteration {

    @Override
    String plainLetters(String text) {
        Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll('[^\\p{ASCII}]', '')
    }
}
