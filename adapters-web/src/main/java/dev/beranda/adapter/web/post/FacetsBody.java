package dev.beranda.adapter.web.post;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.beranda.application.post.FacetsView;
import dev.beranda.application.post.FacetsView.OfAuthor;
import dev.beranda.application.post.FacetsView.OfLabel;
import dev.beranda.application.post.FacetsView.OfMonth;
import dev.beranda.application.post.FacetsView.OfYear;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/// By what posts could be narrowed.
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Facets")
record FacetsBody(
        @Schema(description = "How many posts are counted") int counted,

        @Schema(
                description =
                        "Whether these are all there are. Where it is `false` there may be more: the counts are of the"
                                + " newest, or of those among the newest with the words that were searched for")
        boolean complete,

        @Schema(description = "The 20 with most of them") List<LabelCount> tags,

        @Schema(description = "The 20 with most of them; posts in one below count for it too")
        List<LabelCount> categories,

        @Schema(description = "The 20 with most of them") List<AuthorCount> authors,

        @Schema(description = "The latest 20 that have any, in UTC")
        List<YearCount> years,

        @Schema(description = "The latest 24 that have any, in UTC")
        List<MonthCount> months) {

    static FacetsBody of(FacetsView facets) {
        return new FacetsBody(
                facets.counted(),
                facets.isComplete(),
                facets.tags().stream().map(LabelCount::of).toList(),
                facets.categories().stream().map(LabelCount::of).toList(),
                facets.authors().stream().map(AuthorCount::of).toList(),
                facets.years().stream().map(YearCount::of).toList(),
                facets.months().stream().map(MonthCount::of).toList());
    }

    @Serdeable
    @Schema(name = "LabelCount")
    record LabelCount(String slug, String name, int count) {

        static LabelCount of(OfLabel facet) {
            return new LabelCount(facet.label().slug().value(), facet.label().name(), facet.posts());
        }
    }

    @Serdeable(naming = SnakeCaseStrategy.class)
    @Schema(name = "AuthorCount")
    record AuthorCount(String username, String displayName, int count) {

        static AuthorCount of(OfAuthor facet) {
            return new AuthorCount(facet.username().value(), facet.displayName().value(), facet.posts());
        }
    }

    @Serdeable
    @Schema(name = "YearCount")
    record YearCount(@Schema(example = "2026") int year, int count) {

        static YearCount of(OfYear facet) {
            return new YearCount(facet.year().getValue(), facet.posts());
        }
    }

    @Serdeable
    @Schema(name = "MonthCount")
    record MonthCount(@Schema(example = "2026-03") String month, int count) {

        static MonthCount of(OfMonth facet) {
            return new MonthCount(facet.month().toString(), facet.posts());
        }
    }
}
