package dev.beranda.adapter.markup;

import java.util.Set;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.LinkInfo;
import org.commonmark.parser.beta.LinkProcessor;
import org.commonmark.parser.beta.LinkResult;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Scanner;

/// Counts while one text is read, and ends the reading when it becomes too much. It reads nothing itself.
///
/// Each link makes the parser look again at all brackets before it, so time grows with the square of their number. And
/// a table has as many cells as its head says in every row, so a few rows under a wide head fill the memory: each cell
/// is a piece of its own.
final class Toll implements LinkProcessor, InlineContentParserFactory {

    private static final int MOST_LINKS = 10_000;
    private static final int MOST_PIECES = 50_000;

    private int links;
    private int pieces;

    @Override
    public LinkResult process(LinkInfo link, Scanner scanner, InlineParserContext context) {
        if (++links > MOST_LINKS) {
            throw new Tangled();
        }
        return LinkResult.none();
    }

    /// Called for each paragraph, heading and cell.
    @Override
    public InlineContentParser create() {
        if (++pieces > MOST_PIECES) {
            throw new Tangled();
        }
        return state -> ParsedInline.none();
    }

    @Override
    public Set<Character> getTriggerCharacters() {
        return Set.of();
    }
}
