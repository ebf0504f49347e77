package dev.beranda.domain.comment

import dev.beranda.domain.shared.Restorable
import dev.beranda.domain.shared.StaleAggregate
import dev.beranda.domain.shared.Typesetting.Typeset
import dev.beranda.domain.user.UserId
import java.time.Instant

class FakeComments implements Comments, Reports, Precedents, Restorable {

    private Map<CommentId, Comment> comments = [:]
    private Map<CommentId, Gist> gists = [:]
    private Map<List, Report> reports = [:]
    private Set<List> settled = []

    @Override
    synchronized Optional<Comment> find(CommentId comment) {
        Optional.ofNullable(comments[comment])
    }

    @Override
    synchronized void add(Comment comment, Typeset typeset) {
        comments += [(comment.id()): comment]
        gists += [(comment.id()): Gist.of(typeset.prose())]
    }

    @Override
    synchronized Comment save(Comment comment) {
        if (comments[comment.id()]?.version() != comment.version()) {
            throw new StaleAggregate('A comment')
        }
        def saved = new Comment(
                comment.id(), comment.post(), comment.place(), comment.answering(), comment.author(), comment.text(),
                comment.standing(), comment.writtenAt(), comment.wordedAt(), comment.version() + 1)
        comments += [(saved.id()): saved]
        if (saved.text().isBlank()) {
            gists = gists.findAll { it.key != saved.id() }
        }
        saved
    }

    @Override
    synchronized Comment reword(Comment comment, Typeset typeset) {
        def saved = save(comment)
        gists += [(comment.id()): Gist.of(typeset.prose())]
        saved
    }

    @Override
    synchronized boolean anyPublished(UserId author) {
        comments.values().any { it.author().is(author) && it.isPublished() }
    }

    @Override
    synchronized OptionalInt file(Report report) {
        def key = [report.comment(), report.by()]
        if (key in reports.keySet()) {
            return OptionalInt.empty()
        }
        reports += [(key): report]
        OptionalInt.of(open(report.comment()))
    }

    @Override
    synchronized void settle(CommentId comment) {
        settled += reports.keySet().findAll { it[0] == comment }
    }

    synchronized int open(CommentId comment) {
        reports.keySet().count { it[0] == comment && !(it in settled) }
    }

    @Override
    synchronized Found of(UserId author, Gist gist, CommentId except, Instant lately, Instant recently) {
        def others = comments.values().findAll { it.id() != except }
        def alike = others.findAll { gist.isTelling() && gists[it.id()] == gist && !it.writtenAt().isBefore(recently) }
        new Found(
                others.count { it.author().is(author) && !it.writtenAt().isBefore(lately) },
                alike.count { it.author().is(author) },
                alike.findAll { !it.author().is(author) }*.author().toSet().size())
    }

    synchronized List<Comment> getAll() {
        comments.values() as List
    }

    @Override
    synchronized Runnable presentState() {
        def (presentComments, presentGists, presentReports, presentSettled) = [comments, gists, reports, settled]
        return { (comments, gists, reports, settled) = [presentComments, presentGists, presentReports, presentSettled] }
    }
}
