package dev.beranda.bootstrap.wiring;

import dev.beranda.application.comment.CaseReader;
import dev.beranda.application.comment.DeleteComment;
import dev.beranda.application.comment.EditComment;
import dev.beranda.application.comment.FindAgedRemarks;
import dev.beranda.application.comment.JudgeComment;
import dev.beranda.application.comment.ListCases;
import dev.beranda.application.comment.ListComments;
import dev.beranda.application.comment.ModerateComment;
import dev.beranda.application.comment.ReportComment;
import dev.beranda.application.comment.SetRemarkAnew;
import dev.beranda.application.comment.ShowComment;
import dev.beranda.application.comment.ThreadReader;
import dev.beranda.application.comment.WriteComment;
import dev.beranda.bootstrap.settings.Settings;
import dev.beranda.domain.audit.AuditLog;
import dev.beranda.domain.comment.AgedRemarks;
import dev.beranda.domain.comment.Comments;
import dev.beranda.domain.comment.EchoJudge;
import dev.beranda.domain.comment.HouseSpamJudge;
import dev.beranda.domain.comment.Precedents;
import dev.beranda.domain.comment.Reports;
import dev.beranda.domain.comment.SpamJudge;
import dev.beranda.domain.post.Posts;
import dev.beranda.domain.shared.DomainEvents;
import dev.beranda.domain.shared.Throttle;
import dev.beranda.domain.shared.Transactions;
import dev.beranda.domain.shared.Typesetter;
import dev.beranda.domain.shared.UuidSource;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;

@Factory
final class CommentWiring {

    @Singleton
    SpamJudge spamJudge() {
        return new HouseSpamJudge();
    }

    @Singleton
    EchoJudge echoJudge(Precedents precedents) {
        return new EchoJudge(precedents);
    }

    @Singleton
    JudgeComment judgeComment(SpamJudge spamJudge, Comments comments, Clock clock) {
        return new JudgeComment(spamJudge, comments, clock);
    }

    @Singleton
    ListComments listComments(ThreadReader threads) {
        return new ListComments(threads);
    }

    @Singleton
    ShowComment showComment(ThreadReader threads) {
        return new ShowComment(threads);
    }

    @Singleton
    ListCases listCases(CaseReader cases) {
        return new ListCases(cases);
    }

    @Singleton
    WriteComment writeComment(
            Settings settings,
            Comments comments,
            Posts posts,
            ThreadReader reader,
            JudgeComment judgeComment,
            EchoJudge echoJudge,
            Typesetter typesetter,
            DomainEvents events,
            Transactions transactions,
            Throttle throttle,
            UuidSource uuids,
            Clock clock) {
        return new WriteComment(
                comments,
                posts,
                reader,
                judgeComment,
                echoJudge,
                settings.comments(),
                typesetter,
                events,
                transactions,
                throttle,
                uuids,
                clock);
    }

    @Singleton
    EditComment editComment(
            Settings settings,
            Comments comments,
            Posts posts,
            ThreadReader reader,
            JudgeComment judgeComment,
            EchoJudge echoJudge,
            Typesetter typesetter,
            DomainEvents events,
            Transactions transactions,
            Throttle throttle,
            Clock clock) {
        return new EditComment(
                comments,
                posts,
                reader,
                judgeComment,
                echoJudge,
                settings.comments(),
                typesetter,
                events,
                transactions,
                throttle,
                clock);
    }

    @Singleton
    DeleteComment deleteComment(
            Comments comments,
            Reports reports,
            ThreadReader reader,
            AuditLog log,
            DomainEvents events,
            Transactions transactions,
            Clock clock) {
        return new DeleteComment(comments, reports, reader, log, events, transactions, clock);
    }

    @Singleton
    ReportComment reportComment(
            Comments comments,
            Reports reports,
            ThreadReader reader,
            DomainEvents events,
            Transactions transactions,
            Throttle throttle,
            Clock clock) {
        return new ReportComment(comments, reports, reader, events, transactions, throttle, clock);
    }

    @Singleton
    ModerateComment moderateComment(
            Comments comments,
            Reports reports,
            ThreadReader reader,
            AuditLog log,
            DomainEvents events,
            Transactions transactions,
            Clock clock) {
        return new ModerateComment(comments, reports, reader, log, events, transactions, clock);
    }

    @Singleton
    FindAgedRemarks findAgedRemarks(AgedRemarks remarks) {
        return new FindAgedRemarks(remarks);
    }

    @Singleton
    SetRemarkAnew setRemarkAnew(
            Comments comments, AgedRemarks remarks, Typesetter typesetter, Transactions transactions) {
        return new SetRemarkAnew(comments, remarks, typesetter, transactions);
    }
}
