package dev.beranda.domain.tag

import dev.beranda.domain.shared.Restorable

class FakeTags implements Tags, Restorable {

    private List<Tag> tags = []

    @Override
    synchronized List<TagId> obtain(List<Tag> wanted) {
        wanted.collect { Tag tag ->
            def known = tags.find { it.name().key() == tag.name().key() }
            if (known == null) {
                def slug = [tag.slug(), *(2..50).collect { tag.slug().numbered(it) }].find { it !in tags*.slug() }
                known = new Tag(tag.id(), tag.name(), slug, tag.createdAt(), tag.version())
                tags += known
            }
            known.id()
        }.unique()
    }

    synchronized List<Tag> getAll() {
        tags
    }

    @Override
    synchronized Runnable presentState() {
        def present = tags
        return { tags = present }
    }
}
