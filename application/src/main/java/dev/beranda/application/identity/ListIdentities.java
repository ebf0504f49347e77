package dev.beranda.application.identity;

import dev.beranda.domain.identity.Identities;
import dev.beranda.domain.session.Access;
import java.util.List;

/// Show a person by which providers they can come in.
public final class ListIdentities {

    public record Query(Access caller) {}

    private final Identities identities;

    public ListIdentities(Identities identities) {
        this.identities = identities;
    }

    public List<IdentityView> list(Query query) {
        return identities.of(query.caller().bearer().user()).stream()
                .map(IdentityView::of)
                .toList();
    }
}
