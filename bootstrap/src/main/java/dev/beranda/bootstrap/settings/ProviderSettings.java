package dev.beranda.bootstrap.settings;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What an operator got when they registered this installation with a provider. A class and not a record, for some of
/// it is secret.
public final class ProviderSettings {

    private static final Pattern NAME =
            Pattern.compile("BERANDA_OAUTH_([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*?)_(ISSUER|CLIENT_ID|CLIENT_SECRET)");
    private static final int LONGEST_NAME = 32;

    /// They are where they are.
    private static final Set<String> WELL_KNOWN = Set.of("FACEBOOK", "GITHUB", "GOOGLE");

    private final String name;
    private final Optional<URI> issuer;
    private final String clientId;
    private final String clientSecret;

    private ProviderSettings(String name, Optional<URI> issuer, String clientId, String clientSecret) {
        this.name = name;
        this.issuer = issuer;
        this.clientId = clientId;
        this.clientSecret = clientSecret;
    }

    static boolean isOne(String setting) {
        Matcher parts = NAME.matcher(setting);
        return parts.matches() && parts.group(1).length() <= LONGEST_NAME;
    }

    /// All that are complete, by name; what is incomplete is refused.
    static List<ProviderSettings> in(Environment environment) {
        Set<String> names = new TreeSet<>();
        for (String setting : environment.names()) {
            Matcher parts = NAME.matcher(setting);
            if (parts.matches()) {
                names.add(parts.group(1));
            }
        }
        return names.stream().map(name -> read(name, environment)).toList();
    }

    private static ProviderSettings read(String name, Environment environment) {
        String setting = "BERANDA_OAUTH_" + name;
        Optional<URI> issuer = environment.read(
                setting + "_ISSUER", "an https:// address (http:// only on this machine)", ProviderSettings::issuer);
        if (WELL_KNOWN.contains(name) == issuer.isPresent()) {
            throw new SettingsException(setting + "_ISSUER "
                    + (issuer.isPresent() ? "cannot be chosen" : "is missing: it is what the provider calls itself"));
        }
        return new ProviderSettings(
                name.toLowerCase(Locale.ROOT).replace('_', '-'),
                issuer,
                needed(setting + "_CLIENT_ID", environment),
                needed(setting + "_CLIENT_SECRET", environment));
    }

    private static String needed(String setting, Environment environment) {
        return environment
                .text(setting)
                .orElseThrow(() -> new SettingsException(setting + " is missing: what goes with it is set"));
    }

    private static Optional<URI> issuer(String text) {
        try {
            URI uri = URI.create(text);
            boolean isBare = uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null;
            boolean isSafe = "https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && isHere(uri));
            return isBare && isSafe ? Optional.of(uri) : Optional.empty();
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    private static boolean isHere(URI uri) {
        return Set.of("localhost", "127.0.0.1", "[::1]").contains(uri.getHost());
    }

    public String name() {
        return name;
    }

    /// What the provider calls itself, where it is one of OpenID Connect and not one of the well-known.
    public Optional<URI> issuer() {
        return issuer;
    }

    public String clientId() {
        return clientId;
    }

    public String clientSecret() {
        return clientSecret;
    }
}
