package dev.beranda.application.activity;

import dev.beranda.application.shared.Page;
import dev.beranda.application.shared.PageRequest;
import dev.beranda.domain.session.Access;
import dev.beranda.domain.shared.Places;

/// Show somebody what happened to their account: who came in with what, why they were logged out, what was changed.
public final class ReadActivity {

    public record Query(Access caller, PageRequest page) {}

    private final ActivityReader reader;
    private final Places places;

    public ReadActivity(ActivityReader reader, Places places) {
        this.reader = reader;
        this.places = places;
    }

    public Page<ActivityView> read(Query query) {
        return reader.list(query.caller().bearer().user(), query.page()).map(this::placed);
    }

    private ActivityView placed(ActivityView view) {
        return view.device() == null
                ? view
                : view.at(places.of(view.device().address()).orElse(null));
    }
}
