package dev.beranda.application.exchange;

import dev.beranda.domain.media.MediaId;
import dev.beranda.domain.media.Print;
import dev.beranda.domain.media.Sheet;
import dev.beranda.domain.media.Shelves;
import dev.beranda.domain.shared.Content;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// It is only known of whom something was put there.
record RehearsedShelves(Shelves kept, Set<MediaId> brought) implements Shelves {

    static RehearsedShelves of(Shelves kept) {
        return new RehearsedShelves(kept, new HashSet<>());
    }

    @Override
    public void put(MediaId id, List<Sheet> sheets) {
        brought.add(id);
    }

    @Override
    public Optional<Content> find(MediaId id, Print print) {
        return brought.contains(id) ? Optional.of(Content.of(new byte[0])) : kept.find(id, print);
    }

    @Override
    public void remove(MediaId id) {
        brought.remove(id);
    }

    @Override
    public List<MediaId> held(MediaId after, int most) {
        return kept.held(after, most);
    }
}
