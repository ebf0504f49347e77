package dev.beranda.application.exchange;

import dev.beranda.domain.exchange.Kind;
import dev.beranda.domain.shared.Flaw;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One thing as it is written in a file that is exchanged, before anybody judged it. Texts that are not there are
/// empty.
public sealed interface Parcel {

    Label label();

    /// @param name that it has where it comes from, and never loses
    /// @param place in which file
    /// @param line where it begins there; 0 where that cannot be said
    record Label(Kind kind, String name, String place, int line) {}

    /// @param id ours, where it comes from a house like this one
    /// @param parent the slug of the one it stands in
    record CategoryCard(
            Label label,
            @Nullable UUID id,
            String name,
            String slug,
            List<String> formerSlugs,
            String parent,
            @Nullable Instant createdAt)
            implements Parcel {

        public CategoryCard {
            formerSlugs = List.copyOf(formerSlugs);
        }
    }

    /// @param otherNames of those that were merged into it
    record TagCard(
            Label label,
            String name,
            String slug,
            List<String> formerSlugs,
            List<String> otherNames,
            @Nullable Instant createdAt)
            implements Parcel {

        public TagCard {
            formerSlugs = List.copyOf(formerSlugs);
            otherNames = List.copyOf(otherNames);
        }
    }

    /// A picture that lies beside what it is in.
    ///
    /// @param content all of it, whenever it is asked for; nothing where it cannot be read
    record PictureFile(Label label, Supplier<byte[]> content) implements Parcel {}

    /// A picture that comes from a house like this one, in every size that was made of it there.
    ///
    /// @param was in which format it once came
    record MediumCard(
            Label label,
            UUID id,
            Byline owner,
            String was,
            int width,
            int height,
            String alt,
            @Nullable Instant uploadedAt,
            List<PrintFile> prints)
            implements Parcel {

        public MediumCard {
            prints = List.copyOf(prints);
        }

        /// @param sheets each with all of its bytes, in the order of the prints
        MediumCard with(List<PrintFile> sheets) {
            return new MediumCard(label, id, owner, was, width, height, alt, uploadedAt, sheets);
        }
    }

    /// @param bytes how many there are, as far as is said before they are read
    /// @param content all of it, whenever it is asked for; nothing where it cannot be read
    record PrintFile(int width, int height, String format, int bytes, Supplier<byte[]> content) {

        public String name() {
            return width + "." + format;
        }
    }

    /// @param id ours, where it comes from a house like this one
    /// @param body in pieces, for where its pictures are is not known yet
    /// @param publishedAt since when it can be read there, or will be from
    /// @param category its slug or its name
    /// @param cover the name of a medium
    /// @param remarks what was noticed about it when it was read
    record Article(
            Label label,
            @Nullable UUID id,
            String title,
            String slug,
            List<String> formerSlugs,
            List<Piece> body,
            String excerpt,
            Status status,
            @Nullable Instant publishedAt,
            @Nullable Instant trashedAt,
            @Nullable Instant createdAt,
            @Nullable Instant updatedAt,
            Byline byline,
            List<String> tags,
            String category,
            String cover,
            List<Remark> remarks)
            implements Parcel {

        public Article {
            formerSlugs = List.copyOf(formerSlugs);
            body = List.copyOf(body);
            tags = List.copyOf(tags);
            remarks = List.copyOf(remarks);
        }

        Article showing(List<Piece> pieces, String picture) {
            return new Article(
                    label,
                    id,
                    title,
                    slug,
                    formerSlugs,
                    pieces,
                    excerpt,
                    status,
                    publishedAt,
                    trashedAt,
                    createdAt,
                    updatedAt,
                    byline,
                    tags,
                    category,
                    picture,
                    remarks);
        }
    }

    /// What somebody said to a post.
    ///
    /// @param id ours, where it comes from a house like this one
    /// @param post its name there
    /// @param answers the name of what it answers; empty for the post itself
    /// @param guest what they signed with who had no account
    /// @param concern why it waits to be looked at
    /// @param wasShown whether everybody could ever read it
    record CommentCard(
            Label label,
            @Nullable UUID id,
            String post,
            String answers,
            Byline byline,
            String guest,
            String text,
            Standing standing,
            String concern,
            boolean wasShown,
            @Nullable Instant writtenAt,
            @Nullable Instant wordedAt)
            implements Parcel {}

    enum Standing {
        PUBLISHED,
        HELD,
        REJECTED,
        SPAM,
        DELETED
    }

    /// What can be said to be one thing, but not read.
    record Wreck(Label label, Flaw flaw) implements Parcel {}

    /// What there is no place for here.
    record Leftover(Label label, Flaw why) implements Parcel {}

    /// A part of a text.
    sealed interface Piece {

        record Words(String text) implements Piece {}

        /// Where a picture is named.
        ///
        /// @param medium its name
        /// @param written how it was named there
        record Shown(String medium, String written) implements Piece {}
    }

    enum Status {
        DRAFT,
        PUBLISHED,
        /// It could be read once.
        WITHDRAWN
    }

    /// Who is said to have written something.
    sealed interface Byline {

        /// It is not said.
        record Unsaid() implements Byline {}

        /// Somebody who was forgotten.
        record Nobody() implements Byline {}

        /// @param names user names and addresses, the surest first
        record Named(List<String> names) implements Byline {

            public Named {
                names = List.copyOf(names);
            }
        }
    }

    /// Something about a part of a thing.
    record Remark(String field, Flaw flaw) {

        /// Stands for no part, but for the thing.
        public static final String ALL = "item";
    }
}
