package dev.beranda.domain.shared;

/// Spells the words of any script with the letters everybody can type.
public interface Transliteration {

    /// In ASCII, as near as it gets to how it sounds or looks; what has no likeness is left out.
    String plainLetters(String text);
}
