package dev.beranda.adapter.oauth;

import java.net.URI;

/// How a provider wants to be spoken to, and where.
public sealed interface Dialect {

    /// OpenID Connect, which says by itself where everything is.
    record OpenId(URI issuer) implements Dialect {

        public static final OpenId GOOGLE = new OpenId(URI.create("https://accounts.google.com"));
    }

    /// OAuth 2 with an interface of its own behind it.
    ///
    /// @param site where people log in
    /// @param api where they are described
    record Github(URI site, URI api) implements Dialect {

        public static final Github USUAL =
                new Github(URI.create("https://github.com"), URI.create("https://api.github.com"));
    }

    /// Something like OAuth 2.
    ///
    /// @param site where people log in
    /// @param graph where they are described
    record Facebook(URI site, URI graph) implements Dialect {

        public static final Facebook USUAL = new Facebook(
                URI.create("https://www.facebook.com/v23.0"), URI.create("https://graph.facebook.com/v23.0"));
    }
}
