package dev.beranda.adapter.email;

import dev.beranda.adapter.email.Draft.Part;
import java.util.stream.Collectors;

/// A letter as a page that loads nothing. Only the button has colours of its own; the rest takes those of
/// the reader's mail program, light or dark.
final class HtmlLayout {

    @SuppressWarnings("InlineFormatString") // the page is easier to read apart from what is filled in
    private static final String PAGE = """
            <!doctype html>
            <html lang="%1$s">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="supported-color-schemes" content="light dark">
            <title>%2$s</title>
            </head>
            <body style="margin:0;padding:24px;font-family:system-ui,sans-serif;font-size:16px;line-height:1.5">
            <div style="display:none;max-height:0;overflow:hidden">%3$s</div>
            <div role="article" lang="%1$s" style="max-width:34em;margin:0 auto">
            <p>%4$s</p>
            %5$s
            <p style="margin-top:32px;font-size:13px;opacity:.75">%6$s<br>
            <a href="%7$s" style="color:inherit">%7$s</a></p>
            </div>
            </body>
            </html>
            """;

    String lay(Draft draft) {
        return PAGE.formatted(
                draft.language().tag(),
                escaped(draft.subject()),
                escaped(draft.preview()),
                escaped(draft.greeting()),
                draft.parts().stream().map(HtmlLayout::lay).collect(Collectors.joining("\n")),
                escaped(draft.footer()),
                escaped(draft.home().reveal()));
    }

    private static String lay(Part part) {
        return switch (part) {
            case Part.Sentence(String text) -> "<p>" + escaped(text) + "</p>";
            case Part.Button button -> lay(button);
            case Part.Code code -> lay(code);
        };
    }

    private static String lay(Part.Button button) {
        String link = escaped(button.link().reveal());
        return """
                <p style="margin:28px 0"><a href="%1$s" style="display:inline-block;padding:12px 20px;border-radius:8px;\
                background-color:#1d4ed8;color:#ffffff;font-weight:600;text-decoration:none">%2$s</a></p>
                <p style="font-size:13px">%3$s<br>\
                <a href="%1$s" style="color:inherit;overflow-wrap:anywhere;word-break:break-all">%1$s</a></p>\
                """.formatted(link, escaped(button.label()), escaped(button.otherwise()));
    }

    private static String lay(Part.Code code) {
        return """
                <p style="margin-bottom:0">%s</p>
                <p style="margin-top:4px;font-family:ui-monospace,monospace;font-size:28px;font-weight:700">%s</p>\
                """.formatted(escaped(code.introduction()), escaped(code.halves()));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
