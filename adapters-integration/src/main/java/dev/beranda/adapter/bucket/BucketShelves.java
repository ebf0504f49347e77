package dev.beranda.adapter.bucket;

import dev.beranda.domain.media.MediaId;
import dev.beranda.domain.media.Print;
import dev.beranda.domain.media.Sheet;
import dev.beranda.domain.media.Shelves;
import dev.beranda.domain.media.ShelvesFull;
import dev.beranda.domain.media.ShelvesOutOfReach;
import dev.beranda.domain.shared.Content;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// Keeps media under `media/`, each under its name: `media/<id>/640.webp`. The store knows no all or nothing; what
/// fails half way is taken back, and what cannot be taken back is a stray.
public final class BucketShelves implements Shelves {

    private static final String ROOT = "media/";
    private static final Pattern NAME = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final int PIECE = 1024 * 1024;
    private static final int MOST_KEYS = 1_000;

    /// Behind every name that can follow a media's id in a key, so that a list goes on with the next medium.
    private static final String BEHIND = "0";

    private final Bucket bucket;

    private BucketShelves(Bucket bucket) {
        this.bucket = bucket;
    }

    public static BucketShelves in(BucketSettings settings) {
        return new BucketShelves(new Bucket(settings));
    }

    @Override
    public void put(MediaId id, List<Sheet> sheets) {
        try {
            for (Sheet sheet : sheets) {
                var print = sheet.print();
                bucket.put(
                        key(id, print),
                        sheet.content(),
                        "image/" + print.format().word());
            }
        } catch (ShelvesFull | ShelvesOutOfReach failure) {
            takeBack(id, failure);
            throw failure;
        }
    }

    private void takeBack(MediaId id, RuntimeException failure) {
        try {
            remove(id);
        } catch (ShelvesOutOfReach stays) {
            failure.addSuppressed(stays);
        }
    }

    @Override
    public Optional<Content> find(MediaId id, Print print) {
        String key = key(id, print);
        return bucket.get(key, 0, PIECE)
                .filter(first -> first.length == Math.min(PIECE, print.bytes()))
                .map(first -> new Content(print.bytes(), new Pieces(key, first, print.bytes()), () -> {}));
    }

    /// Asked for one by one: whoever leaves in the middle leaves nothing open.
    private final class Pieces implements Supplier<byte[]> {

        private final String key;
        private final int length;
        private byte[] next;
        private int at;

        Pieces(String key, byte[] first, int length) {
            this.key = key;
            this.next = first;
            this.length = length;
        }

        @Override
        public byte[] get() {
            byte[] piece = next;
            at += piece.length;
            next = piece.length == 0 || at >= length
                    ? new byte[0]
                    : bucket.get(key, at, PIECE).orElse(new byte[0]);
            return piece;
        }
    }

    @Override
    public void remove(MediaId id) {
        String folder = ROOT + id + "/";
        keys("list-type=2&max-keys=" + MOST_KEYS + "&prefix=" + encoded(folder)).stream()
                .filter(key -> key.startsWith(folder))
                .forEach(bucket::delete);
    }

    @Override
    public List<MediaId> held(MediaId after, int most) {
        int wanted = Math.min(most, MOST_KEYS);
        return keys("delimiter=%2F&list-type=2&max-keys=" + wanted + "&prefix=" + encoded(ROOT) + "&start-after="
                        + encoded(ROOT + after + BEHIND))
                .stream()
                .filter(key -> key.startsWith(ROOT) && key.endsWith("/"))
                .map(key -> key.substring(ROOT.length(), key.length() - 1))
                .filter(NAME.asMatchPredicate())
                .map(name -> new MediaId(UUID.fromString(name)))
                .toList();
    }

    private List<String> keys(String query) {
        try (var answer = bucket.list(query)) {
            return Listing.names(answer);
        } catch (IOException failure) {
            throw outOfReach(failure);
        }
    }

    private static String key(MediaId id, Print print) {
        return ROOT + id + "/" + print.name();
    }

    /// Of all that occurs in our keys, only this is spelt otherwise in a query.
    private static String encoded(String key) {
        return key.replace("/", "%2F");
    }

    private static ShelvesOutOfReach outOfReach(IOException failure) {
        return new ShelvesOutOfReach("the bucket cannot be read", failure);
    }
}
