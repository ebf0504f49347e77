package dev.beranda.adapter.web.problem;

import dev.beranda.adapter.web.http.RequestIds;
import dev.beranda.adapter.web.language.Messages;
import dev.beranda.adapter.web.language.PreferredLanguage;
import dev.beranda.domain.shared.Language;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Turns refusals into problem documents in the language of whoever asked.
@Singleton
public final class Problems {

    static final MediaType PROBLEM_JSON = MediaType.of("application/problem+json");

    private final Messages messages;

    Problems(Messages messages) {
        this.messages = messages;
    }

    public MutableHttpResponse<?> answer(HttpRequest<?> request, Refusal refusal) {
        MutableHttpResponse<Problem> response = HttpResponse.<Problem>status(refusal.status())
                .body(document(request, refusal))
                .contentType(PROBLEM_JSON);
        refusal.headers().forEach(header -> response.header(header.name(), header.value()));
        return response;
    }

    Problem document(HttpRequest<?> request, Refusal refusal) {
        var language = PreferredLanguage.of(request);
        String code = refusal.code();
        return new Problem(
                Problem.typeOf(code),
                messages.title(language, code),
                refusal.status().getCode(),
                messages.say(language, refusal.detail(), List.of()),
                code,
                RequestIds.of(request),
                refusal.flaws().isEmpty() ? null : items(language, refusal.flaws()),
                strength(language, refusal.advice()),
                refusal.leavesAt());
    }

    /// What is wrong with one of many things, in the language of whoever asked.
    public List<Problem.Item> items(HttpRequest<?> request, List<Refusal.FieldFlaw> flaws) {
        return items(PreferredLanguage.of(request), flaws);
    }

    private List<Problem.Item> items(Language language, List<Refusal.FieldFlaw> flaws) {
        return flaws.stream()
                .map(item -> new Problem.Item(
                        item.field(),
                        item.flaw().code(),
                        messages.say(language, item.flaw().code(), item.flaw().arguments())))
                .toList();
    }

    private Map<String, Object> strength(Language language, Refusal.@Nullable Advice advice) {
        return advice == null
                ? Map.of()
                : Map.of("score", advice.score(), "advice", inWords(language, advice.advice()));
    }

    private List<String> inWords(Language language, List<String> advice) {
        return advice.stream()
                .map(word -> messages.say(language, word, List.of()))
                .toList();
    }
}
