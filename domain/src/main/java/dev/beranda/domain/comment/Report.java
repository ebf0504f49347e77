package dev.beranda.domain.comment;

import dev.beranda.domain.user.UserId;
import java.time.Instant;

/// A reader's complaint about a comment.
public record Report(CommentId comment, UserId by, ReportReason reason, ReportNote note, Instant at) {}
