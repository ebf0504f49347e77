package dev.beranda.application.tag

import dev.beranda.application.shared.Page
import dev.beranda.application.shared.PageRequest
import dev.beranda.domain.fixture.SettableClock
import dev.beranda.domain.shared.BasedOn
import dev.beranda.domain.shared.FakeTransactions
import dev.beranda.domain.shared.FakeTransliteration
import dev.beranda.domain.shared.Role
import dev.beranda.domain.shared.SequentialUuids
import dev.beranda.domain.shared.Slug
import dev.beranda.domain.tag.FakeTags
import dev.beranda.domain.tag.TagMint
import dev.beranda.domain.tag.TagName
import spock.lang.Specification

class TagsSpec extends Specification {

    def tags = new FakeTags()
    def counts = [:].withDefault { 0L }
    def transactions = new FakeTransactions(tags)
    def clock = new SettableClock()
    def reader = new Shelf()
    def addTag = new AddTag(
            tags, new TagMint(tags, new FakeTransliteration(), new SequentialUuids()), reader, transactions, clock)
    def changeTag = new ChangeTag(tags, reader, transactions)
    def removeTag = new RemoveTag(tags, transactions)
    def mergeTags = new MergeTags(tags, reader, transactions)
    def showTag = new ShowTag(reader)
    def listTags = new ListTags(reader)

    def "an editor adds a tag, at an address made of its name or at one of their choice"() {
        expect:
        with(add('C++').tag()) {
            name() == new TagName('C++')
            slug() == new Slug('c-plus-plus')
            posts() == 0
            createdAt() == clock.instant()
        }
        add('Ç', null).tag().slug() == new Slug('c')
        add('C', null).tag().slug() == new Slug('c-2')
        add('C#', 'see-sharp').tag().slug() == new Slug('see-sharp')
    }

    def "there is one of each name and one at each address"() {
        given:
        add('Java')

        expect:
        add('JAVA', 'coffee') == new AddTag.Outcome.Exists()
        add('Coffee', 'java') == new AddTag.Outcome.SlugTaken()
        add('Coffee', 'coffee') instanceof AddTag.Outcome.Added
        tags.all*.slug()*.value() == ['java', 'coffee']
    }

    def "what is not mentioned stays as it is, and to change nothing is no save"() {
        given:
        add('Java')

        expect:
        change('java').tag().version() == 0
        with(change('java', name: 'JDK').tag()) {
            name() == new TagName('JDK')
            slug() == new Slug('java')
            version() == 1
        }
        change('java', slug: 'jdk').tag().slug() == new Slug('jdk')

        and: "it is found at its old address"
        change('java', name: 'OpenJDK').tag().slug() == new Slug('jdk')
        change('nowhere', name: 'x') == new ChangeTag.Outcome.NoSuchTag()
    }

    def "no tag takes what is another's"() {
        given:
        add('Java')
        add('Coffee')

        expect:
        change('java', name: 'COFFEE') == new ChangeTag.Outcome.Exists()
        change('java', slug: 'coffee') == new ChangeTag.Outcome.SlugTaken()
        tags.find(new Slug('java')).get().version() == 0
    }

    def "a tag is merged into another one, and to do so twice does no harm"() {
        given:
        add('Java')
        def coffee = add('Coffee').tag()

        expect:
        merge('java', 'nowhere') == new MergeTags.Outcome.NothingToMergeWith()
        merge('nowhere', 'coffee') == new MergeTags.Outcome.NoSuchTag()
        merge('java', 'coffee') == new MergeTags.Outcome.Merged(coffee)
        merge('java', 'coffee') == new MergeTags.Outcome.Merged(coffee)
        merge('coffee', 'coffee') == new MergeTags.Outcome.Merged(coffee)
        add('Java') == new AddTag.Outcome.Exists()
        tags.all*.id() == [coffee.id()]
    }

    def "what is removed is gone"() {
        given:
        add('Java')

        expect:
        remove('java') == new RemoveTag.Outcome.Removed()
        remove('java') == new RemoveTag.Outcome.NoSuchTag()
        tags.all.empty
    }

    def "who decided on what is no longer so is told, and nothing happens"() {
        given:
        add('Java')
        add('Coffee')
        change('java', name: 'JDK')
        def seen = new BasedOn.OneOf([0L] as Set)

        expect:
        changeTag.change(new ChangeTag.Command(Role.EDITOR, new Slug('java'), seen, new TagName('x'), null)) == new ChangeTag.Outcome.Stale()
        removeTag.remove(new RemoveTag.Command(Role.EDITOR, new Slug('java'), seen)) == new RemoveTag.Outcome.Stale()
        mergeTags.merge(new MergeTags.Command(Role.EDITOR, new Slug('java'), seen, new Slug('coffee'))) == new MergeTags.Outcome.Stale()
        tags.find(new Slug('java')).get().name() == new TagName('JDK')
    }

    def "a #role does nothing of it"() {
        given:
        add('Java')
        add('Coffee')
        def any = new BasedOn.Any()

        expect:
        addTag.add(new AddTag.Command(role, new TagName('x'), null)) == new AddTag.Outcome.NotAllowed()
        changeTag.change(new ChangeTag.Command(role, new Slug('java'), any, new TagName('x'), null)) == new ChangeTag.Outcome.NotAllowed()
        removeTag.remove(new RemoveTag.Command(role, new Slug('java'), any)) == new RemoveTag.Outcome.NotAllowed()
        mergeTags.merge(new MergeTags.Command(role, new Slug('java'), any, new Slug('coffee'))) == new MergeTags.Outcome.NotAllowed()
        tags.all*.slug()*.value() == ['java', 'coffee']

        where:
        role << [Role.READER, Role.AUTHOR]
    }

    def "of a tag that leads nowhere only editors know"() {
        given:
        def used = add('Java').tag()
        add('Coffee')
        counts[used.slug()] = 3L

        expect:
        [null, Role.READER, Role.AUTHOR, Role.EDITOR, Role.ADMIN].collect { show(it, 'coffee').present } == [false, false, false, true, true]
        [null, Role.READER, Role.AUTHOR, Role.EDITOR, Role.ADMIN].every { show(it, 'java').present }

        when:
        [null, Role.READER, Role.AUTHOR, Role.EDITOR, Role.ADMIN].each {
            listTags.list(new ListTags.Query(it, null, TagOrder.BY_NAME, new PageRequest(20, null, false)))
        }

        then:
        reader.asked*.unused() == [false, false, false, true, true]
    }

    private AddTag.Outcome add(String name, String slug = null) {
        addTag.add(new AddTag.Command(Role.EDITOR, new TagName(name), slug == null ? null : new Slug(slug)))
    }

    private ChangeTag.Outcome change(Map<String, String> wishes = [:], String tag) {
        changeTag.change(new ChangeTag.Command(
                Role.EDITOR, new Slug(tag), new BasedOn.Any(), wishes.name ? new TagName(wishes.name) : null, wishes.slug ? new Slug(wishes.slug) : null))
    }

    private MergeTags.Outcome merge(String tag, String into) {
        mergeTags.merge(new MergeTags.Command(Role.EDITOR, new Slug(tag), new BasedOn.Any(), new Slug(into)))
    }

    private RemoveTag.Outcome remove(String tag) {
        removeTag.remove(new RemoveTag.Command(Role.EDITOR, new Slug(tag), new BasedOn.Any()))
    }

    private Optional<TagView> show(Role role, String slug) {
        showTag.show(new ShowTag.Query(role, new Slug(slug)))
    }

    private class Shelf implements TagReader {

        List<TagReader.Which> asked = []

        @Override
        Optional<TagView> find(Slug address) {
            tags.find(address).map { new TagView(it.id(), it.name(), it.slug(), counts[it.slug()], it.createdAt(), it.version()) }
        }

        @Override
        Page<TagView> list(TagReader.Which which, TagOrder order, PageRequest page) {
            asked << which
            new Page<>([], null, null, null)
        }
    }
}
