package dev.beranda.application.exchange

import dev.beranda.application.exchange.ImportedItem.Fate
import dev.beranda.application.exchange.Parcel.Byline
import dev.beranda.application.exchange.Parcel.CommentCard
import dev.beranda.application.exchange.Parcel.Label
import dev.beranda.domain.comment.Answering
import dev.beranda.domain.comment.Comment
import dev.beranda.domain.comment.CommentId
import dev.beranda.domain.comment.Commenter
import dev.beranda.domain.comment.Concern
import dev.beranda.domain.comment.GuestName
import dev.beranda.domain.comment.Standing
import dev.beranda.domain.exchange.ForeignKey
import dev.beranda.domain.exchange.Kind
import java.time.Instant

class ImportCommentsSpec extends ExchangeSpecification {

    static final THEN = Instant.parse('2019-05-04T03:02:01Z')

    def "what was said is here as it was there, in its thread, and nobody is told"() {
        given:
        def told = items(article('a.md'), comment('1', guest: 'Budi'), comment('2', answers: '1'), comment('3', answers: '2', byline: new Byline.Named([boss.username().value()])))

        expect:
        told*.fate() == [Fate.CREATED] * 4
        def (first, second, third) = told.drop(1).collect { found(it) }
        first.author() == new Commenter.Guest(new GuestName('Budi'))
        second.author() == new Commenter.Forgotten()
        third.author() == new Commenter.Known(boss.id())
        [first, second, third]*.place()*.depth() == [0, 1, 2]
        third.answering() == new Answering.Another(second.id())
        first.writtenAt() == THEN
        first.post() == post('rain').id()
        events.all.size() == 1

        and:
        items(comment('1', guest: 'Budi'), comment('2', answers: '1'))*.fate() == [Fate.UNCHANGED] * 2
    }

    def "how it stands: #standing"() {
        when:
        def told = items(article('a.md'), comment('1', standing: standing, concern: 'reports', shown: shown))

        then:
        found(told[1]).standing() == stands
        found(told[1]).text().blank == (standing == Parcel.Standing.DELETED)
        provenances.find(new ForeignKey('markdown', Kind.COMMENT, '1')).get().seen() == found(told[1]).version()

        where:
        standing                   | shown || stands
        Parcel.Standing.PUBLISHED  | true  || new Standing.Published()
        Parcel.Standing.HELD       | false || new Standing.Held(Concern.REPORTS)
        Parcel.Standing.HELD       | true  || new Standing.Held(Concern.REPORTS)
        Parcel.Standing.REJECTED   | true  || new Standing.Rejected()
        Parcel.Standing.SPAM       | false || new Standing.Spam()
        Parcel.Standing.DELETED    | true  || new Standing.Deleted()
    }

    def "that somebody here has a name or address proves nothing of a guest"() {
        expect:
        found(items(article('a.md'), comment('1', guest: boss.username().value()))[1]).author() == new Commenter.Guest(new GuestName(boss.username().value()))
    }

    def "what belongs nowhere is refused, what answers nothing stands alone"() {
        expect:
        items(comment('1', post: 'b.md')).with { [it[0].fate(), codes(it[0].reasons())] } == [Fate.REFUSED, [post: ['post_unknown']]]
        items(article('a.md'), comment('2', answers: '99')).with { [it[1].fate(), codes(it[1].warnings())] } == [Fate.CREATED, [answers: ['comment_unknown']]]
        items(article('a.md'), comment('3', text: ' ')).with { [it[1].fate(), codes(it[1].reasons())] } == [Fate.REFUSED, [body: ['text_blank']]]
        items(article('a.md'), comment('4', guest: 'x' * 81)).with { [it[1].fate(), codes(it[1].warnings())] } == [Fate.CREATED, [guest_name: ['guest_name_invalid']]]
    }

    def "what was judged here stays judged, unless it is said that it should not"() {
        given:
        def told = items(article('a.md'), comment('1'))
        comments.save(found(told[1]))

        expect:
        items(comment('1', text: 'Other words.'))*.fate() == [Fate.SKIPPED]
        items([overwrite: true], comment('1', text: 'Other words.'))*.fate() == [Fate.UPDATED]
        found(told[1]).text().value() == 'Other words.'
    }

    def "nothing was said or reworded in the future"() {
        given:
        def soon = clock.instant().plusSeconds(1)
        def told = items(article('a.md'), comment('1', written: soon, worded: soon))

        expect:
        found(told[1]).with { [it.writtenAt(), it.wordedAt()] } == [clock.instant()] * 2

        when:
        items(comment('1', written: soon, worded: soon.plusSeconds(1), text: 'Other words.'))

        then:
        found(told[1]).with { [it.text().value(), it.wordedAt()] } == ['Other words.', clock.instant()]
    }

    def "what cannot be the name of anything is no post, and nothing that could be answered"() {
        when:
        def told = items(article('a.md'), comment('1', post: name), comment('2', answers: name), comment('3'))

        then:
        told*.fate() == [Fate.CREATED, Fate.REFUSED, Fate.CREATED, Fate.CREATED]
        codes(told[1].reasons()) == [post: ['post_unknown']]
        codes(told[2].warnings()) == [answers: ['comment_unknown']]

        where:
        name << ['a\u0000', 'a' * 501]
    }

    private Comment found(ImportedItem item) {
        comments.find(new CommentId(item.id())).get()
    }

    private static CommentCard comment(Map<String, ?> wishes = [:], String name) {
        new CommentCard(new Label(Kind.COMMENT, name, '', 1), null, wishes.post as String ?: 'a.md', wishes.answers as String ?: '', wishes.byline as Byline ?: new Byline.Nobody(),
                wishes.guest as String ?: '', wishes.standing == Parcel.Standing.DELETED ? '' : wishes.text as String ?: 'Well said.', wishes.standing as Parcel.Standing ?: Parcel.Standing.PUBLISHED,
                wishes.concern as String ?: '', wishes.containsKey('shown') ? wishes.shown as boolean : true, wishes.written as Instant ?: THEN,
                wishes.worded as Instant)
    }
}
