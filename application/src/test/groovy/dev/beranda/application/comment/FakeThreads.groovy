package dev.beranda.application.comment

import dev.beranda.application.post.Audience
import dev.beranda.application.shared.Page
import dev.beranda.application.shared.PageRequest
import dev.beranda.domain.comment.Answering
import dev.beranda.domain.comment.Comment
import dev.beranda.domain.comment.Commenter
import dev.beranda.domain.comment.CommentId
import dev.beranda.domain.comment.FakeComments
import dev.beranda.domain.comment.Standing
import dev.beranda.domain.post.FakePosts
import dev.beranda.domain.post.PostKey
import dev.beranda.domain.shared.FakeTypesetter
import java.time.Clock

/// What somebody sees of the comments there are, one by one.
class FakeThreads implements ThreadReader {

    private final FakeComments comments
    private final FakePosts posts
    private final Clock clock

    FakeThreads(FakeComments comments, FakePosts posts, Clock clock) {
        this.comments = comments
        this.posts = posts
        this.clock = clock
    }

    @Override
    Optional<Page<CommentView>> list(PostKey post, Audience audience, ThreadOrder order, PageRequest page) {
        throw new UnsupportedOperationException('lists are the business of the database')
    }

    @Override
    Optional<CommentView> find(CommentId id, Audience audience) {
        comments.find(id).filter { isSeen(it, audience) }.map { view(it, audience) }
    }

    private boolean isSeen(Comment comment, Audience audience) {
        comment.isPublished() && posts.find(new PostKey.Id(comment.post())).get().isOpen(clock.instant()) \
            || judges(audience) || isOf(comment, audience) && !(comment.standing() instanceof Standing.Deleted)
    }

    private static CommentView view(Comment comment, Audience audience) {
        def status = CommentStatus.of(comment.standing())
        def path = comment.place().path()
        new CommentView(
                comment.id(), comment.post(), path.size() == 1 ? null : path[-2],
                comment.answering() instanceof Answering.Another ? comment.answering().comment() : null,
                comment.place().depth(), status == CommentStatus.SPAM && !judges(audience) ? CommentStatus.HELD : status,
                null, comment.author() instanceof Commenter.Guest ? comment.author().name() : null, comment.text(), new FakeTypesetter().remark(comment.text()).html(), comment.writtenAt(), comment.wordedAt(),
                comment.version())
    }

    private static boolean judges(Audience audience) {
        audience instanceof Audience.One && audience.writer().mayEditOthers()
    }

    private static boolean isOf(Comment comment, Audience audience) {
        audience instanceof Audience.One && comment.author().is(audience.writer().id())
    }
}
