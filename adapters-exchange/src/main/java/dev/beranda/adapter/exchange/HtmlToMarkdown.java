package dev.beranda.adapter.exchange;

import dev.beranda.domain.shared.Flaw;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.CDataNode;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// Says in Markdown what HTML says. What Markdown has no marks for stays HTML, and is sifted with the rest of the text
/// when it is set; what is no text, such as scripts, is left out.
final class HtmlToMarkdown {

    /// Deeper nobody writes, and readers of Markdown stop.
    private static final int DEEPEST = 60;

    /// In characters: reading HTML takes many times what it is.
    private static final int LONGEST = 1_000_000;

    private static final int LONGEST_WORDS = 20_000;

    private static final Set<String> SILENT =
            Set.of("script", "style", "head", "title", "meta", "link", "noscript", "template", "base");

    private static final Set<String> BLOCKS = Set.of(
            "address",
            "article",
            "aside",
            "blockquote",
            "body",
            "center",
            "dd",
            "details",
            "div",
            "dl",
            "dt",
            "fieldset",
            "figcaption",
            "figure",
            "footer",
            "form",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hr",
            "html",
            "iframe",
            "li",
            "main",
            "nav",
            "ol",
            "p",
            "pre",
            "section",
            "summary",
            "table",
            "ul",
            "video",
            "audio");

    /// Of which only what is in them is of interest.
    private static final Set<String> WRAPPERS = Set.of(
            "address",
            "article",
            "aside",
            "body",
            "center",
            "div",
            "fieldset",
            "footer",
            "form",
            "header",
            "html",
            "main",
            "nav",
            "section",
            "figure");

    /// For which there are no marks.
    private static final Set<String> KEPT_BLOCKS = Set.of("iframe", "video", "audio", "details", "dl");

    private static final Set<String> KEPT = Set.of(
            "abbr", "cite", "dfn", "ins", "kbd", "mark", "q", "ruby", "samp", "small", "sub", "sup", "time", "u",
            "var");

    private static final Pattern PARAGRAPHS = Pattern.compile("(?is)<p[\\s>]|<!--\\s*wp:");
    private static final Pattern SPACE = Pattern.compile("[ \\t\\r\\n\\f]+");
    private static final Pattern MARKS = Pattern.compile("[\\\\`*_\\[\\]<>]|&(?=#?\\w{1,32};)|~(?=~)");
    private static final Pattern AT_THE_BEGINNING =
            Pattern.compile("^(?:#{1,6}(?=\\s|$)|[+-](?=\\s|$)|=+\\s*$|-+\\s*$|\\d{1,9}(?=[.)](?:\\s|$)))");

    private final boolean hasParagraphs;

    private HtmlToMarkdown(boolean hasParagraphs) {
        this.hasParagraphs = hasParagraphs;
    }

    /// Where a text has no paragraphs of its own, blank lines part them, as in the old editor of WordPress.
    static String convert(String html) {
        if (html.length() > LONGEST) {
            throw new Malformed(new Flaw("import_entry_too_large", LONGEST));
        }
        Element body = Jsoup.parseBodyFragment(html).body();
        return tidied(new HtmlToMarkdown(PARAGRAPHS.matcher(html).find()).blocks(body, 0));
    }

    /// Only the words, in one line.
    static String words(String raw) {
        String html = raw.length() > LONGEST_WORDS ? raw.substring(0, LONGEST_WORDS) : raw;
        return Jsoup.parseBodyFragment(html).body().text().strip();
    }

    private static String tidied(String markdown) {
        return markdown.strip().replaceAll("\\n{3,}", "\n\n");
    }

    /// What is in a line between blocks is a paragraph.
    private String blocks(Element parent, int depth) {
        List<String> blocks = new ArrayList<>();
        var line = new StringBuilder();
        for (Node node : parent.childNodes()) {
            if (node instanceof Element element && isBlock(element)) {
                endLine(line, blocks);
                add(blocks, depth >= DEEPEST ? escaped(element.text()) : block(element, depth + 1));
            } else {
                line.append(inline(node, depth + 1));
            }
        }
        endLine(line, blocks);
        return String.join("\n\n", blocks);
    }

    private static boolean isBlock(Element element) {
        return BLOCKS.contains(element.normalName())
                || element.normalName().equals("a")
                        && element.children().stream().anyMatch(HtmlToMarkdown::isBlock);
    }

    private void endLine(StringBuilder line, List<String> blocks) {
        for (String paragraph : line.toString().split("\n\n")) {
            add(blocks, paragraph(paragraph));
        }
        line.setLength(0);
    }

    private static void add(List<String> blocks, String block) {
        if (!block.isBlank()) {
            blocks.add(block);
        }
    }

    /// No line begins as something that it is not.
    private static String paragraph(String text) {
        return text.strip().lines().map(HtmlToMarkdown::plainly).collect(Collectors.joining("\n"));
    }

    private static String plainly(String line) {
        String bare = line.stripLeading();
        Matcher mark = AT_THE_BEGINNING.matcher(bare);
        if (!mark.find()) {
            return bare;
        }
        int at = Character.isDigit(bare.charAt(0)) ? mark.end() : 0;
        return bare.substring(0, at) + '\\' + bare.substring(at);
    }

    private String block(Element element, int depth) {
        String name = element.normalName();
        if (KEPT_BLOCKS.contains(name)) {
            return element.outerHtml().replaceAll("\\n\\s*\\n", "\n");
        }
        if (WRAPPERS.contains(name)) {
            return blocks(element, depth);
        }
        return switch (name) {
            case "h1", "h2", "h3", "h4", "h5", "h6" -> heading(element, depth);
            case "blockquote" -> prefixed("> ", blocks(element, depth));
            case "pre" -> code(element);
            case "hr" -> "---";
            case "ul", "ol" -> list(element, depth);
            case "table" -> table(element, depth);
            case "figcaption" -> emphasised(lines(element, depth));
            case "p", "li", "dd", "dt", "summary", "a" -> blocks(element, depth);
            default -> blocks(element, depth);
        };
    }

    private String heading(Element element, int depth) {
        String words = lines(element, depth).replace('\n', ' ').strip();
        return words.isEmpty() ? "" : "#".repeat(element.normalName().charAt(1) - '0') + ' ' + words;
    }

    private static String emphasised(String words) {
        return words.isBlank() ? "" : '*' + words.strip() + '*';
    }

    private static String prefixed(String prefix, String text) {
        return text.lines()
                .map(line -> (prefix + line).stripTrailing())
                .reduce((one, other) -> one + '\n' + other)
                .orElse("");
    }

    private static String code(Element element) {
        String text = element.wholeText().replaceAll("\\A\\n|\\s+\\z", "");
        String fence = "```";
        while (text.contains(fence)) {
            fence += '`';
        }
        return fence + language(element) + '\n' + text + '\n' + fence;
    }

    private static String language(Element element) {
        String classes = element.className()
                + ' '
                + element.getElementsByTag("code").stream()
                        .map(Element::className)
                        .findFirst()
                        .orElse("");
        Matcher language = Pattern.compile("(?:language|lang|brush)[-:]\\s*([\\w+#-]{1,30})")
                .matcher(classes);
        return language.find() ? language.group(1) : "";
    }

    private String list(Element list, int depth) {
        List<String> items = new ArrayList<>();
        boolean isOrdered = list.normalName().equals("ol");
        int number = start(list);
        boolean isLoose = false;
        for (Element item : list.children()) {
            String text = blocks(item, depth);
            if (SILENT.contains(item.normalName()) || text.isBlank()) {
                continue;
            }
            String mark = isOrdered ? number++ + ". " : "- ";
            String indent = " ".repeat(mark.length());
            items.add(mark + prefixed(indent, text).stripLeading());
            isLoose |= text.contains("\n\n") && !isTight(item);
        }
        return String.join(
                isLoose ? "\n\n" : "\n",
                items.stream()
                        .map(item -> item.replaceAll("\\n\\n( *(?:- |\\d+\\. ))", "\n$1"))
                        .toList());
    }

    /// A line and a list below it belong together.
    private static boolean isTight(Element item) {
        return item.children().stream()
                .noneMatch(child ->
                        child.normalName().equals("p") || child.normalName().equals("pre"));
    }

    private static int start(Element list) {
        String start = list.attr("start");
        return start.matches("\\d{1,6}") ? Integer.parseInt(start) : 1;
    }

    /// One that is no more than rows and columns; any other stays as it is.
    private String table(Element table, int depth) {
        List<Element> rows = table.getElementsByTag("tr");
        boolean isPlain = table.getElementsByTag("table").size() == 1
                && table.getElementsByAttribute("colspan").isEmpty()
                && table.getElementsByAttribute("rowspan").isEmpty()
                && table.select("td, th").stream().noneMatch(HtmlToMarkdown::hasBlocks)
                && !rows.isEmpty();
        if (!isPlain) {
            return table.outerHtml().replaceAll("\\n\\s*\\n", "\n");
        }
        int columns = rows.stream().mapToInt(row -> row.children().size()).max().orElse(0);
        List<String> lines = new ArrayList<>();
        boolean hasHead = rows.getFirst().children().stream()
                .allMatch(cell -> cell.normalName().equals("th"));
        lines.add(hasHead ? row(rows.getFirst(), columns, depth) : "|" + "   |".repeat(columns));
        lines.add("|" + " --- |".repeat(columns));
        rows.stream().skip(hasHead ? 1 : 0).forEach(row -> lines.add(row(row, columns, depth)));
        return String.join("\n", lines);
    }

    private static boolean hasBlocks(Element cell) {
        return cell.getAllElements().stream()
                .skip(1)
                .anyMatch(inner -> BLOCKS.contains(inner.normalName())
                        && !inner.normalName().equals("p"));
    }

    private String row(Element row, int columns, int depth) {
        var line = new StringBuilder("|");
        for (Element cell : row.children()) {
            line.append(' ')
                    .append(lines(cell, depth).replace('\n', ' ').strip().replace("|", "\\|"))
                    .append(" |");
        }
        return line.append("   |".repeat(Math.max(0, columns - row.children().size())))
                .toString();
    }

    private String lines(Element parent, int depth) {
        var line = new StringBuilder();
        parent.childNodes().forEach(node -> line.append(inline(node, depth + 1)));
        return line.toString();
    }

    private String inline(Node node, int depth) {
        return switch (node) {
            case CDataNode cdata -> escaped(cdata.getWholeText());
            case TextNode text -> text(text);
            case Element element when depth >= DEEPEST -> escaped(element.text());
            case Element element -> inline(element, depth);
            default -> "";
        };
    }

    private String text(TextNode node) {
        String text = node.getWholeText();
        if (hasParagraphs) {
            return escaped(SPACE.matcher(text).replaceAll(" "));
        }
        String lines =
                text.replace("\r\n", "\n").replaceAll("[ \\t]*\\n[ \\t]*", "\n").replaceAll("\\n{2,}", "\n\n");
        return escaped(lines).replaceAll("(?<!\\n)\\n(?!\\n)", "\\\\\n");
    }

    private String inline(Element element, int depth) {
        String name = element.normalName();
        if (SILENT.contains(name)) {
            return "";
        }
        if (KEPT.contains(name)) {
            return '<' + name + '>' + lines(element, depth) + "</" + name + '>';
        }
        return switch (name) {
            case "strong", "b" -> marked("**", lines(element, depth));
            case "em", "i" -> marked("*", lines(element, depth));
            case "del", "s", "strike" -> marked("~~", lines(element, depth));
            case "code", "tt" -> codeSpan(element.wholeText());
            case "br" -> "\\\n";
            case "img" -> image(element);
            case "a" -> link(element, depth);
            default -> lines(element, depth);
        };
    }

    /// Marks stand close to words; the spaces go outside.
    private static String marked(String mark, String text) {
        String words = text.strip();
        if (words.isEmpty()) {
            return text;
        }
        int from = text.indexOf(words);
        return text.substring(0, from) + mark + words + mark + text.substring(from + words.length());
    }

    private static String codeSpan(String text) {
        String fence = "`";
        while (text.contains(fence)) {
            fence += '`';
        }
        String space = text.startsWith("`") || text.endsWith("`") ? " " : "";
        return text.isBlank() ? "" : fence + space + SPACE.matcher(text).replaceAll(" ") + space + fence;
    }

    private static String image(Element image) {
        String source = address(image.attr("src"));
        return source.isEmpty() ? "" : "![" + escaped(oneLine(image.attr("alt"))) + "](" + source + ')';
    }

    private String link(Element link, int depth) {
        String words = lines(link, depth);
        String target = address(link.attr("href"));
        boolean isNothing = target.isEmpty() || target.toLowerCase(Locale.ROOT).startsWith("javascript:");
        return isNothing || words.isBlank() ? words : '[' + words.strip().replace("\n\n", " ") + "](" + target + ')';
    }

    private static String address(String raw) {
        String address = raw.strip().replaceAll("\\s", "%20");
        return address.chars().anyMatch(c -> c == '(' || c == ')' || c == '<' || c == '>')
                ? address.replace("(", "%28")
                        .replace(")", "%29")
                        .replace("<", "%3C")
                        .replace(">", "%3E")
                : address;
    }

    private static String oneLine(String text) {
        return SPACE.matcher(text).replaceAll(" ").strip();
    }

    private static String escaped(String text) {
        return MARKS.matcher(text).replaceAll(mark -> Matcher.quoteReplacement('\\' + mark.group()));
    }
}
