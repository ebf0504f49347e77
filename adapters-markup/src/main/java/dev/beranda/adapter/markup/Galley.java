package dev.beranda.adapter.markup;

import dev.beranda.domain.shared.Heading;
import dev.beranda.domain.shared.Prose;
import dev.beranda.domain.shared.SafeHtml;
import dev.beranda.domain.shared.Typesetting;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlStreamEventReceiver;

/// Where a text is put together that came through the [Sieve]: it writes the HTML, gives headings their anchors and
/// links their relation, and keeps the words apart for those who only want these.
final class Galley implements HtmlStreamEventReceiver {

    /// Beyond it nobody reads, and programs that do begin to stumble.
    private static final int DEEPEST = 100;

    private static final Pattern LINE_ENDS = Pattern.compile("\\s*\\n\\s*");
    private static final Set<String> VOID = Set.of("br", "col", "hr", "img", "input", "wbr");
    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");
    private static final Set<String> IN_A_LINE = Set.of(
            "a", "abbr", "b", "cite", "code", "del", "dfn", "em", "i", "img", "input", "ins", "kbd", "mark", "q", "rp",
            "rt", "ruby", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr");
    private static final Set<String> SWITCHES =
            Set.of("checked", "controls", "disabled", "loop", "muted", "open", "reversed");

    private final Sieve sieve;
    private final Sheet html;
    private final StringBuilder prose = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();
    private final Set<String> ids = new HashSet<>();
    private final Anchors anchors = new Anchors();
    private final List<Heading> outline = new ArrayList<>();
    private @Nullable Title title;
    private int silent;

    /// A heading that is being set: its anchor is known when all its words are.
    private record Title(String element, int attributesAt, StringBuilder words) {}

    Galley(Sieve sieve, int room) {
        this.sieve = sieve;
        this.html = new Sheet(room);
    }

    Typesetting.Typeset take() {
        return new Typesetting.Typeset(new SafeHtml(html.toString().strip()), new Prose(lines()), outline);
    }

    private String lines() {
        return LINE_ENDS.matcher(prose).replaceAll("\n").strip();
    }

    @Override
    public void openDocument() {}

    @Override
    public void openTag(String element, List<String> attributes) {
        if (!VOID.contains(element)) {
            if (open.size() == DEEPEST) {
                throw new Tangled();
            }
            open.push(element);
        }
        breakLine(element);
        Map<String, String> chosen = chosen(element, attributes);
        html.append('<').append(element);
        if (HEADINGS.contains(element)) {
            title = new Title(element, html.length(), new StringBuilder());
        }
        chosen.forEach(this::write);
        html.append('>');
        if (silent > 0 || isFootnoteMark(chosen)) {
            silent += VOID.contains(element) ? 0 : 1;
        }
    }

    @Override
    public void text(String text) {
        escape(text, false);
        if (silent == 0) {
            prose.append(text);
            if (title != null) {
                title.words().append(text);
            }
        }
    }

    /// What was opened inside and not closed, is closed first; what was never opened, cannot be closed.
    @Override
    public void closeTag(String element) {
        if (open.contains(element)) {
            String closed;
            do {
                closed = open.pop();
                close(closed);
            } while (!closed.equals(element));
        }
    }

    @Override
    public void closeDocument() {
        while (!open.isEmpty()) {
            close(open.pop());
        }
    }

    private void close(String element) {
        html.append("</").append(element).append('>');
        silent = Math.max(0, silent - 1);
        if (title != null && title.element().equals(element)) {
            finish(title);
            title = null;
        }
        breakLine(element);
    }

    private void finish(Title heading) {
        String words = heading.words().toString().strip().replaceAll("\\s+", " ");
        if (!words.isEmpty()) {
            String anchor = anchors.of(words);
            html.insert(heading.attributesAt(), " id=\"" + anchor + '"');
            outline.add(new Heading(heading.element().charAt(1) - '0', anchor, words));
        }
    }

    private Map<String, String> chosen(String element, List<String> attributes) {
        Map<String, String> chosen = new LinkedHashMap<>();
        for (int i = 0; i + 1 < attributes.size(); i += 2) {
            String name = attributes.get(i);
            String value = attributes.get(i + 1);
            if (!name.equals("id") || ids.add(value)) {
                chosen.putIfAbsent(name, SWITCHES.contains(name) ? "" : value);
            }
        }
        String href = chosen.get("href");
        if (element.equals("a") && href != null) {
            relate(chosen, href);
        }
        return chosen;
    }

    /// The page that was left cannot be touched by the one that was opened; and where anybody may write, a link says
    /// nothing good about where it leads.
    private void relate(Map<String, String> link, String href) {
        if (href.startsWith("#")) {
            link.put("href", '#' + Anchors.target(href.substring(1)));
        }
        if (sieve == Sieve.REMARK) {
            link.put("rel", "nofollow ugc noopener");
        } else if (href.regionMatches(true, 0, "http", 0, 4)) {
            link.put("rel", "noopener");
        }
    }

    private static boolean isFootnoteMark(Map<String, String> attributes) {
        String kind = attributes.getOrDefault("class", "");
        return kind.equals("footnote-ref") || kind.equals("footnote-backref");
    }

    private void breakLine(String element) {
        if (!IN_A_LINE.contains(element) && !prose.isEmpty() && prose.charAt(prose.length() - 1) != '\n') {
            prose.append('\n');
        }
    }

    private void write(String name, String value) {
        html.append(' ').append(name).append("=\"");
        escape(value, true);
        html.append('"');
    }

    private void escape(String text, boolean quoted) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            switch (character) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append(quoted ? "&#34;" : "\"");
                case '`' -> html.append(quoted ? "&#96;" : "`");
                default -> html.append(character);
            }
        }
    }
}
