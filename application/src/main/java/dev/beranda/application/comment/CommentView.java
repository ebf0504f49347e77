package dev.beranda.application.comment;

import dev.beranda.application.post.AuthorView;
import dev.beranda.domain.comment.CommentId;
import dev.beranda.domain.comment.GuestName;
import dev.beranda.domain.post.PostId;
import dev.beranda.domain.shared.Markdown;
import dev.beranda.domain.shared.SafeHtml;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A comment as somebody sees it.
///
/// @param parent below which it stands; nothing for the first of a thread
/// @param answered what it answers, which may stand beside it
/// @param author nobody where they wanted to be forgotten, or where there is nothing left to read
/// @param guest what somebody without an account signed with
/// @param text nothing where only the place is left, as with the words of it below
public record CommentView(
        CommentId id,
        PostId post,
        @Nullable CommentId parent,
        @Nullable CommentId answered,
        int depth,
        CommentStatus status,
        @Nullable AuthorView author,
        @Nullable GuestName guest,
        @Nullable Markdown text,
        @Nullable SafeHtml html,
        Instant writtenAt,
        Instant wordedAt,
        long version) {}
