package dev.beranda.domain.tag

import dev.beranda.domain.shared.Restorable
import dev.beranda.domain.shared.Slug
import dev.beranda.domain.shared.StaleAggregate

class FakeTags implements Tags, Restorable {

    private Map<TagId, Tag> tags = [:]
    private Map<String, TagId> names = [:]
    private Map<Slug, TagId> addresses = [:]

    @Override
    synchronized List<TagId> obtain(List<Tag> wanted) {
        wanted.collect { Tag tag -> names[tag.name().key()] ?: keep(tag.called(tag.name(), tag.addresses().find { it !in addresses })).id() }.unique()
    }

    @Override
    synchronized Optional<Tag> find(Slug address) {
        Optional.ofNullable(tags[addresses[address]])
    }

    @Override
    synchronized Keeping add(Tag tag) {
        refusal(tag) ?: new Keeping.Kept(keep(tag))
    }

    @Override
    synchronized Keeping save(Tag tag) {
        def present = expect(tag)
        def refusal = refusal(tag)
        if (refusal == null) {
            names = names.findAll { key, owner -> key != present.name().key() }
        }
        refusal ?: new Keeping.Kept(keep(new Tag(tag.id(), tag.name(), tag.slug(), tag.createdAt(), tag.version() + 1)))
    }

    @Override
    synchronized void remove(Tag tag, Heir heir) {
        expect(tag)
        if (heir instanceof Heir.Other && heir.tag() !in tags) {
            throw new StaleAggregate('A tag')
        }
        def heirs = heir instanceof Heir.Other ? [(tag.id()): heir.tag()] : [:]
        names = inherited(names, tag.id(), heirs)
        addresses = inherited(addresses, tag.id(), heirs)
        tags = tags.findAll { it.key != tag.id() }
    }

    synchronized List<Tag> getAll() {
        tags.values() as List
    }

    @Override
    synchronized Runnable presentState() {
        def (presentTags, presentNames, presentAddresses) = [tags, names, addresses]
        return { (tags, names, addresses) = [presentTags, presentNames, presentAddresses] }
    }

    private Tag keep(Tag tag) {
        tags += [(tag.id()): tag]
        names += [(tag.name().key()): tag.id()]
        addresses += [(tag.slug()): tag.id()]
        tag
    }

    private Keeping refusal(Tag tag) {
        if (![null, tag.id()].contains(names[tag.name().key()])) {
            return new Keeping.NameTaken()
        }
        [null, tag.id()].contains(addresses[tag.slug()]) ? null : new Keeping.SlugTaken()
    }

    private Tag expect(Tag tag) {
        if (tags[tag.id()]?.version() != tag.version()) {
            throw new StaleAggregate('A tag')
        }
        tags[tag.id()]
    }

    private static Map inherited(Map claims, TagId gone, Map<TagId, TagId> heirs) {
        claims.collectEntries { claim, owner -> [claim, heirs[owner] ?: owner] }.findAll { claim, owner -> owner != gone }
    }
}
