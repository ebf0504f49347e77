package dev.beranda.adapter.web.letter;

import dev.beranda.application.letter.PreviewLetters;
import dev.beranda.application.letter.ReadMailbox;
import dev.beranda.application.letter.SentLetterView;
import dev.beranda.domain.shared.Language;
import dev.beranda.domain.shared.Parsed;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Instant;
import java.util.List;

/// The development mailbox, where no mail leaves the house, and a look at every letter there is.
@Controller("/dev")
@Hidden
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_ANONYMOUS)
@Requires(bean = ReadMailbox.class)
final class MailboxController {

    private static final int MOST = 100;

    private final ReadMailbox readMailbox;
    private final PreviewLetters previewLetters;

    MailboxController(ReadMailbox readMailbox, PreviewLetters previewLetters) {
        this.readMailbox = readMailbox;
        this.previewLetters = previewLetters;
    }

    @Get("/mailbox.json")
    LettersBody letters() {
        return LettersBody.of(readMailbox.read(new ReadMailbox.Query(MOST)));
    }

    @Get("/mailbox")
    HttpResponse<?> mailbox() {
        return Pages.MAILBOX.answer();
    }

    @Get("/letters.json")
    LettersBody samples(@QueryValue @Nullable String lang) {
        return LettersBody.of(previewLetters.preview(new PreviewLetters.Query(languageIn(lang))));
    }

    @Get("/letters")
    HttpResponse<?> preview() {
        return Pages.MAILBOX.answer();
    }

    @Get("/mailbox.js")
    HttpResponse<?> script() {
        return Pages.MAILBOX_SCRIPT.answer();
    }

    private static Language languageIn(@Nullable String tag) {
        return tag != null && Language.parse(tag) instanceof Parsed.Valid<Language>(var language)
                ? language
                : Language.ENGLISH;
    }

    @Serdeable
    record LettersBody(List<LetterBody> items) {

        static LettersBody of(List<SentLetterView> letters) {
            return new LettersBody(letters.stream()
                    .map(letter ->
                            new LetterBody(letter.to(), letter.subject(), letter.text(), letter.html(), letter.at()))
                    .toList());
        }
    }

    @Serdeable
    record LetterBody(List<String> to, String subject, String text, String html, Instant at) {}
}
