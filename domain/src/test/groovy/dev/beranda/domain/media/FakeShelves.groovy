package dev.beranda.domain.media

import dev.beranda.domain.shared.Content

/// In memory, and as large as one likes.
class FakeShelves implements Shelves {

    long room = Long.MAX_VALUE
    boolean outOfReach
    private final Map<MediaId, Map<String, byte[]>> kept = new TreeMap<>()

    @Override
    synchronized void put(MediaId id, List<Sheet> sheets) {
        mustBeInReach()
        if (kept.values().collectMany { it.values().collect { bytes -> bytes.length } }.sum(0L) + sheets*.print()*.bytes().sum() > room) {
            throw new ShelvesFull(new IOException('No space left on device'))
        }
        if (id in kept.keySet()) {
            throw new ShelvesOutOfReach("$id is in the way", new IOException('Directory not empty'))
        }
        kept[id] = sheets.collectEntries { [it.print().name(), it.content()] }
    }

    @Override
    synchronized Optional<Content> find(MediaId id, Print print) {
        mustBeInReach()
        def bytes = kept[id]?.get(print.name())
        if (bytes?.length != print.bytes()) {
            return Optional.empty()
        }
        Optional.of(Content.of(bytes))
    }

    @Override
    synchronized void remove(MediaId id) {
        mustBeInReach()
        kept.remove(id)
    }

    @Override
    synchronized List<MediaId> held(MediaId after, int most) {
        mustBeInReach()
        kept.keySet().findAll { it > after }.take(most).toList()
    }

    private void mustBeInReach() {
        if (outOfReach) {
            throw new ShelvesOutOfReach('away', new IOException('away'))
        }
    }
}
