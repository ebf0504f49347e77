package dev.beranda.application.post;

import dev.beranda.domain.user.DisplayName;
import dev.beranda.domain.user.UserId;
import dev.beranda.domain.user.Username;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;

/// By what posts could be narrowed, and how many would be left.
///
/// @param counted how many posts were looked at
/// @param isComplete whether these are all there are
/// @param categories posts in one below count for it too, as they are in its list
public record FacetsView(
        int counted,
        boolean isComplete,
        List<OfLabel> tags,
        List<OfLabel> categories,
        List<OfAuthor> authors,
        List<OfYear> years,
        List<OfMonth> months) {

    public FacetsView {
        tags = List.copyOf(tags);
        categories = List.copyOf(categories);
        authors = List.copyOf(authors);
        years = List.copyOf(years);
        months = List.copyOf(months);
    }

    public record OfLabel(LabelView label, int posts) {}

    public record OfAuthor(UserId id, Username username, DisplayName displayName, int posts) {}

    public record OfYear(Year year, int posts) {}

    public record OfMonth(YearMonth month, int posts) {}
}
