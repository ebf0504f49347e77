package dev.beranda.application.comment;

import dev.beranda.domain.comment.AgedRemarks;
import dev.beranda.domain.comment.Comment;
import dev.beranda.domain.comment.CommentId;
import dev.beranda.domain.comment.Comments;
import dev.beranda.domain.shared.Markdown;
import dev.beranda.domain.shared.Transactions;
import dev.beranda.domain.shared.Typesetter;
import dev.beranda.domain.shared.Typesetting;
import dev.beranda.domain.shared.Typesetting.Typeset;

/// Set the text of a comment by the rules of today.
public final class SetRemarkAnew {

    public record Command(CommentId comment) {}

    public sealed interface Outcome {

        record Done() implements Outcome {}

        /// It is gone, or somebody has saved it just now.
        record NothingToDo() implements Outcome {}
    }

    private final Comments comments;
    private final AgedRemarks remarks;
    private final Typesetter typesetter;
    private final Transactions transactions;

    public SetRemarkAnew(Comments comments, AgedRemarks remarks, Typesetter typesetter, Transactions transactions) {
        this.comments = comments;
        this.remarks = remarks;
        this.typesetter = typesetter;
        this.transactions = transactions;
    }

    public Outcome set(Command command) {
        return comments.find(command.comment()).map(this::set).orElseGet(Outcome.NothingToDo::new);
    }

    private Outcome set(Comment comment) {
        Typeset typeset = byTheRulesOfToday(comment.text());
        return transactions.write(() -> remarks.renew(comment, typeset))
                ? new Outcome.Done()
                : new Outcome.NothingToDo();
    }

    private Typeset byTheRulesOfToday(Markdown text) {
        return switch (typesetter.remark(text)) {
            case Typeset typeset -> typeset;
            case Typesetting.TooTangled() -> typesetter.plainly(text);
        };
    }
}
