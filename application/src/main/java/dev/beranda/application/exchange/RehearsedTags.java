package dev.beranda.application.exchange;

import dev.beranda.domain.shared.Slug;
import dev.beranda.domain.shared.UuidSource;
import dev.beranda.domain.tag.Heir;
import dev.beranda.domain.tag.Keeping;
import dev.beranda.domain.tag.Tag;
import dev.beranda.domain.tag.TagId;
import dev.beranda.domain.tag.Tags;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Whose a name is only giving it to somebody tells; so that is tried.
record RehearsedTags(
        Tags kept,
        Undone moments,
        UuidSource uuids,
        Map<TagId, Tag> coined,
        Map<String, TagId> names,
        Map<Slug, TagId> addresses)
        implements Tags {

    static RehearsedTags of(Tags kept, Undone moments, UuidSource uuids) {
        return new RehearsedTags(kept, moments, uuids, new HashMap<>(), new HashMap<>(), new HashMap<>());
    }

    @Override
    public List<TagId> obtain(List<Tag> wanted) {
        return wanted.stream().map(this::obtain).distinct().toList();
    }

    private TagId obtain(Tag tag) {
        Optional<TagId> known = namesake(tag);
        if (known.isPresent()) {
            return known.get();
        }
        Slug free = tag.addresses().stream()
                .filter(slug -> find(slug).isEmpty())
                .findFirst()
                .orElse(tag.slug());
        note(tag.called(tag.name(), free));
        return tag.id();
    }

    /// Who has its name.
    private Optional<TagId> namesake(Tag tag) {
        String key = tag.name().key();
        if (!names.containsKey(key)) {
            Tag stranger = Tag.coin(new TagId(uuids.next()), tag.name(), tag.slug(), tag.createdAt());
            TagId owner = moments.tried(() -> kept.obtain(List.of(stranger))).getFirst();
            if (owner.equals(stranger.id())) {
                return Optional.empty();
            }
            names.put(key, owner);
        }
        return Optional.of(names.get(key));
    }

    @Override
    public Optional<Tag> find(Slug address) {
        return addresses.containsKey(address)
                ? Optional.ofNullable(coined.get(addresses.get(address)))
                : kept.find(address).map(tag -> coined.getOrDefault(tag.id(), tag));
    }

    @Override
    public Keeping add(Tag tag) {
        return save(tag);
    }

    @Override
    public Keeping save(Tag tag) {
        if (!namesake(tag).orElse(tag.id()).equals(tag.id())) {
            return new Keeping.NameTaken();
        }
        if (!find(tag.slug()).map(Tag::id).orElse(tag.id()).equals(tag.id())) {
            return new Keeping.SlugTaken();
        }
        note(tag);
        return new Keeping.Kept(tag);
    }

    private void note(Tag tag) {
        Tag before = coined.put(tag.id(), tag);
        if (before != null) {
            names.remove(before.name().key());
        }
        names.put(tag.name().key(), tag.id());
        addresses.put(tag.slug(), tag.id());
    }

    @Override
    public void remove(Tag tag, Heir heir) {
        switch (heir) {
            case Heir.Other(var other) -> {
                names.replaceAll((_, owner) -> owner.equals(tag.id()) ? other : owner);
                addresses.replaceAll((_, owner) -> owner.equals(tag.id()) ? other : owner);
            }
            case Heir.Nobody() -> {
                names.values().remove(tag.id());
                addresses.values().remove(tag.id());
            }
        }
        coined.remove(tag.id());
    }
}
