package dev.beranda.adapter.web.activity;

import dev.beranda.adapter.web.language.Messages;
import dev.beranda.application.activity.ActivityView;
import dev.beranda.domain.shared.Language;
import jakarta.inject.Singleton;
import java.util.List;

/// Says in a sentence what happened to an account. For what a newer version wrote there are no words yet, so its own
/// word has to do.
@Singleton
final class Sentences {

    private final Messages messages;

    Sentences(Messages messages) {
        this.messages = messages;
    }

    String about(ActivityView view, Language language) {
        String key = "activity." + view.kind() + (view.reason() == null ? "" : "." + view.reason());
        return messages.knows(language, key) ? messages.say(language, key, List.of()) : view.kind();
    }
}
