package dev.beranda.adapter.markup;

import dev.beranda.domain.shared.Transliteration;
import net.gcardone.junidecode.Junidecode;

/// By the tables of Unidecode, which know a spelling for nearly every character there is.
public final class JunidecodeTransliteration implements Transliteration {

    @Override
    public String plainLetters(String text) {
        return Junidecode.unidecode(text).replaceAll("[^\\p{ASCII}]", "");
    }
}
