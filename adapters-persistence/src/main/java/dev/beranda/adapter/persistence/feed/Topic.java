package dev.beranda.adapter.persistence.feed;

import java.util.Locale;
import java.util.Optional;

/// What the database's triggers tell about.
public enum Topic {

    /// A session ended: its id.
    SESSION,

    /// A person changed or left: their id and, behind a colon, how often it was changed by now what they may do.
    USER,

    /// The signing keys changed: nothing more.
    SIGNING_KEY,

    /// There is something to be delivered: nothing more.
    DELIVERY,

    /// Something everybody may read changed: its subject's word.
    PUBLIC;

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Nothing for what only later versions tell about.
    static Optional<Topic> ofWord(String word) {
        for (Topic topic : values()) {
            if (topic.word().equals(word)) {
                return Optional.of(topic);
            }
        }
        return Optional.empty();
    }
}
