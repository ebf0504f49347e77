package dev.beranda.adapter.markup;

import dev.beranda.domain.shared.Typesetting;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.HtmlSanitizer;
import org.owasp.html.PolicyFactory;

/// Which HTML gets through: what is named here, and nothing else. Whoever changes it raises [#EDITION].
enum Sieve {
    ARTICLE(forArticles()),
    REMARK(forRemarks());

    static final int EDITION = 1;

    private static final int MOST_ROUNDS = 5;

    private static final Pattern OURS = Pattern.compile("section-[\\p{L}\\p{M}\\p{N}_-]{1,140}|" + footnote());
    private static final Pattern FOOTNOTE = Pattern.compile(footnote());

    private final PolicyFactory policy;

    Sieve(PolicyFactory policy) {
        this.policy = policy;
    }

    /// Until nothing changes any more: what is taken out may leave its neighbours in a way that a browser would read
    /// otherwise than it is written.
    Typesetting.Typeset sift(String html, int room) {
        String before = html;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            var galley = new Galley(this, room);
            HtmlSanitizer.sanitize(before, policy.apply(galley));
            var set = galley.take();
            if (set.html().value().equals(before)) {
                return set;
            }
            before = set.html().value();
        }
        throw new Tangled();
    }

    /// Names of places in a text that are given by us.
    static boolean isOurs(String id) {
        return OURS.matcher(id).matches();
    }

    static boolean isFootnote(String id) {
        return FOOTNOTE.matcher(id).matches();
    }

    private static String footnote() {
        return "fn(?:ref)?-[\\p{L}\\p{M}\\p{N}_.-]{1,140}";
    }

    private static PolicyFactory forRemarks() {
        return links(new HtmlPolicyBuilder())
                .allowElements("p", "br", "hr", "em", "strong", "del", "code", "pre", "blockquote", "ul", "ol", "li")
                .allowElements((name, attributes) -> "p", "h1", "h2", "h3", "h4", "h5", "h6")
                .allowAttributes("class")
                .matching(Pattern.compile(language()))
                .onElements("code")
                .allowAttributes("start")
                .matching(Pattern.compile("\\d{1,9}"))
                .onElements("ol")
                .toFactory();
    }

    private static PolicyFactory forArticles() {
        return pictures(tables(words(marks(links(new HtmlPolicyBuilder()))))).toFactory();
    }

    private static HtmlPolicyBuilder links(HtmlPolicyBuilder policy) {
        return policy.allowUrlProtocols("https", "http", "mailto")
                .allowElements("a")
                .allowAttributes("href")
                .matching((element, attribute, value) -> address(value))
                .onElements("a")
                .allowAttributes("title")
                .onElements("a");
    }

    /// What Markdown itself makes.
    private static HtmlPolicyBuilder marks(HtmlPolicyBuilder policy) {
        return policy.allowElements("p", "br", "hr", "em", "strong", "del", "code", "pre", "blockquote")
                .allowElements("h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "section", "sup")
                .allowAttributes("class")
                .matching(Pattern.compile(language()))
                .onElements("code", "pre")
                .allowAttributes("class")
                .matching(false, "footnotes", "footnote-ref", "footnote-backref")
                .onElements("section", "sup", "a")
                .allowAttributes("id")
                .matching((Predicate<String>) Sieve::isFootnote)
                .onElements("a", "li")
                .allowAttributes("aria-label")
                .matching(Pattern.compile("Back to reference [\\d-]{1,20}"))
                .onElements("a")
                .allowAttributes("type", "checked", "disabled")
                .onElements("input")
                .allowElements(Sieve::checkbox, "input");
    }

    /// What writers reach for where Markdown has no mark.
    private static HtmlPolicyBuilder words(HtmlPolicyBuilder policy) {
        return policy.allowElements("b", "i", "s", "u", "small", "sub", "ins", "mark", "kbd", "samp", "var", "q")
                .allowElements("cite", "abbr", "dfn", "time", "ruby", "rt", "rp", "wbr", "span", "div", "aside")
                .allowElements("dl", "dt", "dd", "details", "summary", "figure", "figcaption", "center")
                .allowWithoutAttributes("span")
                .allowAttributes("title")
                .onElements("abbr", "dfn")
                .allowAttributes("datetime")
                .matching(Pattern.compile("[\\dTZWP:.+-]{1,40}"))
                .onElements("time", "ins", "del")
                .allowAttributes("open")
                .onElements("details")
                .allowAttributes("start", "value")
                .matching(Pattern.compile("-?\\d{1,9}"))
                .onElements("ol", "li")
                .allowAttributes("reversed")
                .onElements("ol")
                .allowAttributes("type")
                .matching(Pattern.compile("[1aAiI]"))
                .onElements("ol")
                .allowAttributes("lang")
                .matching(Pattern.compile("[A-Za-z]{2,8}(?:-[A-Za-z\\d]{1,8}){0,4}"))
                .globally()
                .allowAttributes("dir")
                .matching(false, "ltr", "rtl", "auto")
                .globally();
    }

    private static HtmlPolicyBuilder tables(HtmlPolicyBuilder policy) {
        return policy.allowElements("table", "caption", "colgroup", "col", "thead", "tbody", "tfoot", "tr", "th", "td")
                .allowAttributes("align")
                .matching(false, "left", "center", "right")
                .onElements("th", "td")
                .allowAttributes("colspan", "rowspan")
                .matching(Pattern.compile("[1-9]\\d{0,2}"))
                .onElements("th", "td")
                .allowAttributes("span")
                .matching(Pattern.compile("[1-9]\\d{0,2}"))
                .onElements("col", "colgroup")
                .allowAttributes("scope")
                .matching(false, "row", "col", "rowgroup", "colgroup")
                .onElements("th");
    }

    private static HtmlPolicyBuilder pictures(HtmlPolicyBuilder policy) {
        return policy.allowElements("img", "audio", "video")
                .allowAttributes("src")
                .matching((element, attribute, value) -> address(value))
                .onElements("img", "audio", "video")
                .allowAttributes("poster")
                .matching((element, attribute, value) -> address(value))
                .onElements("video")
                .allowAttributes("alt", "title")
                .onElements("img")
                .allowAttributes("width", "height")
                .matching(Pattern.compile("\\d{1,5}"))
                .onElements("img", "video")
                .allowAttributes("loading")
                .matching(false, "lazy", "eager")
                .onElements("img")
                .allowAttributes("controls", "loop", "muted")
                .onElements("audio", "video")
                .allowAttributes("preload")
                .matching(false, "none", "metadata", "auto")
                .onElements("audio", "video");
    }

    private static String language() {
        return "language-[A-Za-z\\d+#._-]{1,40}";
    }

    /// Which schemes are good is said above; this is about addresses that seem to have none. A browser reads a
    /// backslash as a slash and skips tabs and line ends, so such an address may lead elsewhere than it seems to.
    /// One that takes its scheme from the page gets one of its own, for it is read in feeds and letters too.
    private static @Nullable String address(String value) {
        String url = value.strip();
        if (url.chars().anyMatch(character -> character < ' ' || character == '\\')) {
            return null;
        }
        return url.startsWith("//") ? "https:" + url : url;
    }

    /// The box of a task, which nobody can tick here; no other field gets in.
    private static @Nullable String checkbox(String name, List<String> attributes) {
        Set<String> names = Set.copyOf(Stream.iterate(0, at -> at < attributes.size(), at -> at + 2)
                .map(attributes::get)
                .toList());
        int type = attributes.indexOf("type");
        if (type < 0 || !"checkbox".equalsIgnoreCase(attributes.get(type + 1))) {
            return null;
        }
        attributes.clear();
        attributes.addAll(List.of("type", "checkbox", "disabled", ""));
        if (names.contains("checked")) {
            attributes.addAll(List.of("checked", ""));
        }
        return name;
    }
}
