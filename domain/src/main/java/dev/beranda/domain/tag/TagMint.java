package dev.beranda.domain.tag;

import dev.beranda.domain.shared.Slug;
import dev.beranda.domain.shared.Transliteration;
import dev.beranda.domain.shared.UuidSource;
import java.time.Instant;
import java.util.List;

/// Finds tags by how they are written. One that nobody used yet is there from then on.
public final class TagMint {

    private final Tags tags;
    private final Transliteration transliteration;
    private final UuidSource uuids;

    public TagMint(Tags tags, Transliteration transliteration, UuidSource uuids) {
        this.tags = tags;
        this.transliteration = transliteration;
        this.uuids = uuids;
    }

    /// @return in their order, each once
    public List<TagId> named(List<TagName> names, Instant now) {
        return tags.obtain(names.stream().map(name -> coin(name, now)).toList());
    }

    /// One that is nowhere yet, at the nicest address for its name.
    public Tag coin(TagName name, Instant now) {
        String letters = transliteration.plainLetters(name.spoken());
        return Tag.coin(new TagId(uuids.next()), name, Slug.of(letters, name.codePoints()), now);
    }
}
