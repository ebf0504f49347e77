package dev.beranda.bootstrap.settings;

import dev.beranda.adapter.web.syndication.Site;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/// What the pages are called that show to people what is kept here, and where they are.
final class SiteSettings {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_DESCRIPTION = 300;
    /// So that a map of fifty thousand of them is not longer than search engines read.
    private static final int LONGEST_ADDRESS = 200;

    private static final Pattern PLAIN_PATH = Pattern.compile("(?:/[A-Za-z0-9._~-]+)*");
    private static final Pattern PLAIN_ADDRESS = Pattern.compile("/[A-Za-z0-9._~{}/#?=-]*");

    private SiteSettings() {}

    static Site in(Environment environment, URI house) {
        return new Site(
                environment
                        .read(
                                "BERANDA_SITE_NAME",
                                "one line of at most 100 characters",
                                text -> line(text, LONGEST_NAME))
                        .orElse("Beranda"),
                environment
                        .read(
                                "BERANDA_SITE_DESCRIPTION",
                                "one line of at most 300 characters",
                                text -> line(text, LONGEST_DESCRIPTION))
                        .orElse(""),
                environment
                        .read("BERANDA_SITE_URL", "an http:// or https:// address", SiteSettings::address)
                        .orElse(house),
                environment
                        .read(
                                "BERANDA_SITE_POST_PAGE",
                                "a path that begins with / and has {slug} in it once",
                                SiteSettings::postPage)
                        .orElse("/posts/" + Site.SLUG),
                house);
    }

    private static Optional<String> line(String text, int longest) {
        return Optional.of(text)
                .filter(line -> line.codePointCount(0, line.length()) <= longest)
                .filter(line -> line.chars().noneMatch(Character::isISOControl));
    }

    private static Optional<URI> address(String text) {
        try {
            URI uri = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
            boolean isWeb = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            boolean isPlain = uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null
                    && PLAIN_PATH.matcher(uri.getRawPath()).matches();
            return Optional.of(uri).filter(_ -> isWeb && isPlain && text.length() <= LONGEST_ADDRESS);
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    private static Optional<String> postPage(String text) {
        boolean hasSlugOnce = text.split(Pattern.quote(Site.SLUG), -1).length == 2;
        boolean isPlain = PLAIN_ADDRESS.matcher(text).matches()
                && text.replace(Site.SLUG, "").indexOf('{') < 0
                && text.replace(Site.SLUG, "").indexOf('}') < 0;
        return Optional.of(text).filter(_ -> hasSlugOnce && isPlain && text.length() <= LONGEST_ADDRESS);
    }
}
