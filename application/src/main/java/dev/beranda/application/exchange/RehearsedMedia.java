package dev.beranda.application.exchange;

import dev.beranda.domain.media.Media;
import dev.beranda.domain.media.MediaId;
import dev.beranda.domain.media.Medium;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

record RehearsedMedia(Media kept, Map<MediaId, Medium> brought) implements Media {

    static RehearsedMedia of(Media kept) {
        return new RehearsedMedia(kept, new HashMap<>());
    }

    @Override
    public Optional<Medium> find(MediaId id) {
        return Optional.ofNullable(brought.get(id)).or(() -> kept.find(id));
    }

    @Override
    public Admission add(Medium medium, long quota) {
        save(medium);
        return Admission.ADDED;
    }

    @Override
    public Medium save(Medium medium) {
        brought.put(medium.id(), medium);
        return medium;
    }

    @Override
    public void remove(MediaId id) {
        brought.remove(id);
    }

    @Override
    public Set<MediaId> known(List<MediaId> ids) {
        Set<MediaId> known = new HashSet<>(kept.known(ids));
        ids.stream().filter(brought::containsKey).forEach(known::add);
        return known;
    }
}
