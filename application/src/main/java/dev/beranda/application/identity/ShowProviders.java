package dev.beranda.application.identity;

import dev.beranda.domain.identity.IdentityProviders;
import dev.beranda.domain.identity.Provider;
import java.util.List;

/// Show by which providers people may come in here.
public final class ShowProviders {

    private final IdentityProviders providers;

    public ShowProviders(IdentityProviders providers) {
        this.providers = providers;
    }

    public List<Provider> show() {
        return providers.all();
    }
}
