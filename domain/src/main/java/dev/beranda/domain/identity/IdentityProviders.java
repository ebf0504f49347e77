package dev.beranda.domain.identity;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/// The strangers who vouch for people here, as the operator chose them.
public interface IdentityProviders {

    List<Provider> all();

    /// Where a browser goes to be vouched for; nothing while the provider cannot be asked for it.
    Optional<URI> addressOf(Errand errand, ErrandToken token, ErrandSecrets secrets);

    /// What the provider says about whoever brought this code. Takes seconds at most, whatever the provider does.
    Testimony hear(Errand errand, ProviderCode code, ErrandSecrets secrets);
}
