package dev.beranda.domain.shared

/// Knows paragraphs and headings, and nothing else.
class FakeTypesetter implements Typesetter {

    @Override
    Typesetting article(Markdown text) {
        set(text, true)
    }

    @Override
    Typesetting remark(Markdown text) {
        set(text, false)
    }

    @Override
    Typesetting.Typeset plainly(Markdown text) {
        def html = text.value().isBlank() ? '' : "<pre>${escaped(text.value())}</pre>"
        new Typesetting.Typeset(new SafeHtml(html), new Prose(text.value().strip()), [])
    }

    @Override
    int edition() {
        1
    }

    private static Typesetting set(Markdown text, boolean headings) {
        if (text.value().contains('>' * 100)) {
            return new Typesetting.TooTangled()
        }
        def outline = []
        def blocks = text.value().split('\n\n').findAll { !it.isBlank() }.collect { block ->
            def mark = block =~ /^(#{1,6}) (.*)$/
            if (headings && mark.find()) {
                outline << new Heading(mark.group(1).length(), "h-${outline.size()}", mark.group(2))
                return "<h${outline.last().level()} id=\"${outline.last().anchor()}\">${escaped(mark.group(2))}</h${outline.last().level()}>"
            }
            "<p>${escaped(block)}</p>"
        }
        def words = text.value().replaceAll(/(?m)^#+ /, '').strip()
        new Typesetting.Typeset(new SafeHtml(blocks.join('\n')), new Prose(words), outline)
    }

    private static String escaped(String text) {
        text.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')
    }
}
