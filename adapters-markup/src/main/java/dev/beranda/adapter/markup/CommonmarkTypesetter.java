package dev.beranda.adapter.markup;

import dev.beranda.domain.shared.Markdown;
import dev.beranda.domain.shared.Typesetter;
import dev.beranda.domain.shared.Typesetting;
import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/// Reads Markdown as CommonMark and GitHub do, and lets only through what the [Sieve] knows. What it may cost is
/// counted in links, cells, depth and characters, not in time: the same text is good or not on any machine.
public final class CommonmarkTypesetter implements Typesetter {

    /// In characters of HTML.
    static final int LONGEST_ARTICLE = 1_500_000;

    static final int LONGEST_REMARK = 150_000;

    /// Enough for the longest text of nothing but letters that have to be spelt out.
    private static final int LONGEST_PLAIN = 1_100_000;

    /// Each of blocks and of what is in a line; what is deeper still stays the characters it was made of.
    private static final int DEEPEST = 100;

    private static final List<Extension> ARTICLE = List.of(
            TablesExtension.create(),
            TaskListItemsExtension.create(),
            FootnotesExtension.create(),
            StrikethroughExtension.create(),
            AutolinkExtension.create());
    private static final List<Extension> REMARK = List.of(StrikethroughExtension.create(), AutolinkExtension.create());

    private final HtmlRenderer articles =
            HtmlRenderer.builder().extensions(ARTICLE).build();

    /// Who presses return in a small field wants a new line.
    private final HtmlRenderer remarks = HtmlRenderer.builder()
            .extensions(REMARK)
            .escapeHtml(true)
            .softbreak("<br>\n")
            .nodeRendererFactory(LinkedPicture::new)
            .build();

    @Override
    public Typesetting article(Markdown text) {
        return set(text, ARTICLE, articles, Sieve.ARTICLE, LONGEST_ARTICLE);
    }

    @Override
    public Typesetting remark(Markdown text) {
        return set(text, REMARK, remarks, Sieve.REMARK, LONGEST_REMARK);
    }

    @Override
    public Typesetting.Typeset plainly(Markdown text) {
        return Sieve.REMARK.sift(text.isBlank() ? "" : "<pre>" + spelt(text.value()) + "</pre>", LONGEST_PLAIN);
    }

    private static String spelt(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    @Override
    public int edition() {
        return Sieve.EDITION;
    }

    private static Typesetting set(Markdown text, List<Extension> marks, HtmlRenderer renderer, Sieve sieve, int room) {
        try {
            var sheet = new Sheet(room);
            renderer.render(parser(marks).parse(text.value()), sheet);
            return sieve.sift(sheet.toString(), room);
        } catch (Tangled _) {
            return new Typesetting.TooTangled();
        }
    }

    private static Parser parser(List<Extension> marks) {
        var toll = new Toll();
        return Parser.builder()
                .extensions(marks)
                .maxOpenBlockParsers(DEEPEST)
                .maxInlineNesting(DEEPEST)
                .linkProcessor(toll)
                .customInlineContentParserFactory(toll)
                .build();
    }
}
