package dev.beranda.bootstrap.journey

import dev.beranda.application.comment.FindAgedRemarks
import dev.beranda.application.comment.SetRemarkAnew
import dev.beranda.application.post.FindAgedTexts
import dev.beranda.application.post.SetTextAnew
import dev.beranda.domain.post.PostId

/** What becomes of what was set by older rules. */
class SettingAnewIT extends JourneySpecification implements Newsroom {

    static final HOLE = '<p onclick="steal()">old</p>'

    def ayu = author()
    def guest = visitor(1)

    def "a post that was set by older rules is set by those of today, on whatever node, and nobody's edit goes stale"() {
        given:
        def post = publish(ayu, [body_markdown: "# Rain\n\nIt *rained*.", excerpt: null])
        Town.byHand("update post_text set html = '$HOLE', outline = '{}', edition = 0 where post_id = '$post.id'")
        Town.byHand("update post set excerpt = 'old', reading_minutes = 99 where id = '$post.id'")
        Town.byHand("update post_search set prose = 'old' where post_id = '$post.id'")
        def seen = guest.get("/api/posts/$post.id")
        assert seen.body.body_html == HOLE

        when:
        def found = Town.beans(0).getBean(FindAgedTexts).find(new FindAgedTexts.Query(1_000)).findAll { it.toString() == post.id }
        def outcomes = Crowd.of(8) { Town.beans(it % 2).getBean(SetTextAnew).set(new SetTextAnew.Command(found.first())) }

        then:
        outcomes.count { it instanceof SetTextAnew.Outcome.Done } == 1
        with(guest.get("/api/posts/$post.id")) {
            body == post
            header('etag') != seen.header('etag')
        }
        guest.get("/api/posts?q=rained&author=${ayu.get('/api/me').body.username}").body.items*.id == [post.id]
        ayu.patch("/api/posts/$post.id", [title: 'Later'], ['If-Match': seen.header('etag')]).status == 200
        !(post.id in Town.beans(0).getBean(FindAgedTexts).find(new FindAgedTexts.Query(1_000))*.toString())
    }

    def "so is a comment, and what was deleted stays without a word"() {
        given:
        def post = publish(ayu)
        def comment = ayu.post("/api/posts/$post.id/comments", [body_markdown: 'Well *said*.']).body
        def deleted = ayu.post("/api/posts/$post.id/comments", [body_markdown: 'Never mind.']).body
        ayu.delete("/api/comments/$deleted.id")
        Town.byHand("update comment set html = '$HOLE' where id = '$comment.id'")
        Town.byHand("update comment set edition = 0 where post_id = '$post.id'")
        def ours = { Town.beans(0).getBean(FindAgedRemarks).find(new FindAgedRemarks.Query(1_000)).findAll { it.toString() in [comment.id, deleted.id] } }

        expect:
        ours().size() == 2

        when:
        def outcomes = ours().collectMany { id -> (0..1).collect { Town.beans(it).getBean(SetRemarkAnew).set(new SetRemarkAnew.Command(id)) } }

        then:
        outcomes.count { it instanceof SetRemarkAnew.Outcome.Done } == 2
        guest.get("/api/comments/$comment.id").body == comment
        ours() == []
        Town.askAll("select html from comment where id = '$deleted.id'") == ['']
    }

    def "nothing that newer rules have set is touched by a node that does not know them"() {
        given:
        def post = publish(ayu)
        Town.byHand("update post_text set html = '<p>newer</p>', edition = 999 where post_id = '$post.id'")
        def id = new PostId(UUID.fromString(post.id))

        expect:
        Town.beans(0).getBean(SetTextAnew).set(new SetTextAnew.Command(id)) == new SetTextAnew.Outcome.NothingToDo()
        guest.get("/api/posts/$post.id").body.body_html == '<p>newer</p>'
    }
}
