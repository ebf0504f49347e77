package dev.beranda.adapter.media;

import dev.beranda.domain.media.MediaId;
import dev.beranda.domain.media.Print;
import dev.beranda.domain.media.Sheet;
import dev.beranda.domain.media.Shelves;
import dev.beranda.domain.media.ShelvesFull;
import dev.beranda.domain.media.ShelvesOutOfReach;
import dev.beranda.domain.shared.Content;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Keeps media in a folder that belongs to nobody else, each in one of its own, which appears as a whole or not at all.
/// Every name in it is made here. Several nodes may share it, if the file system they share it by renames in one go.
///
/// The folders of media lie in drawers by the first letters of their names; these say the time, so drawers and what
/// is in them are in the order of names.
public final class FolderShelves implements Shelves {

    private static final Pattern DRAWER = Pattern.compile("[0-9a-f]{6}");
    private static final Pattern NAME = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    /// What is not whole yet. Behind the name stands whose attempt it is.
    private static final String UNFINISHED = "unfinished";

    private static final Pattern FULL = Pattern.compile("no space left|quota exceeded|file too large");
    private static final FileAttribute<?>[] OURS_ALONE = {
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
    };
    private static final int MOST_ATTEMPTS = 20;
    private static final int PIECE = 64 * 1024;

    private final Path folder;
    private final Path unfinished;

    private FolderShelves(Path folder) {
        this.folder = folder;
        this.unfinished = folder.resolve(UNFINISHED);
    }

    /// @throws IOException if it is not there and cannot be made
    public static FolderShelves in(Path folder) throws IOException {
        var shelves = new FolderShelves(folder);
        make(shelves.unfinished);
        return shelves;
    }

    @Override
    public void put(MediaId id, List<Sheet> sheets) {
        Path attempt = unfinished.resolve(id + "." + UUID.randomUUID());
        try {
            fill(attempt, sheets);
            bringHome(attempt, id);
        } catch (IOException failure) {
            discard(attempt, failure);
            throw isFull(failure) ? new ShelvesFull(failure) : outOfReach(failure);
        }
    }

    /// Somebody may close an empty drawer the moment it was opened.
    private void bringHome(Path attempt, MediaId id) throws IOException {
        for (int attempts = 0; ; attempts++) {
            make(drawer(id));
            try {
                Files.move(attempt, home(id), StandardCopyOption.ATOMIC_MOVE);
                keep(drawer(id));
                return;
            } catch (NoSuchFileException closed) {
                if (attempts == MOST_ATTEMPTS) {
                    throw closed;
                }
            }
        }
    }

    private static void fill(Path attempt, List<Sheet> sheets) throws IOException {
        make(attempt);
        for (Sheet sheet : sheets) {
            write(attempt.resolve(sheet.print().name()), sheet.content());
        }
        keep(attempt);
    }

    private static void write(Path file, byte[] content) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    /// What a folder lists survives a loss of power only once it was told to.
    private static void keep(Path directory) throws IOException {
        try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static void discard(Path attempt, IOException failure) {
        try {
            clear(attempt);
        } catch (IOException | UncheckedIOException stays) {
            failure.addSuppressed(stays);
        }
    }

    @Override
    public Optional<Content> find(MediaId id, Print print) {
        Path file = home(id).resolve(print.name());
        try {
            return Files.size(file) == print.bytes()
                    ? Optional.of(new Content(print.bytes(), new Pieces(file), () -> {}))
                    : Optional.empty();
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException failure) {
            throw outOfReach(failure);
        }
    }

    /// Opened for each piece and closed again: whoever leaves in the middle leaves nothing open.
    private static final class Pieces implements Supplier<byte[]> {

        private final Path file;
        private long at;

        Pieces(Path file) {
            this.file = file;
        }

        @Override
        public byte[] get() {
            try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
                var piece = ByteBuffer.allocate((int) Math.min(PIECE, Math.max(0, channel.size() - at)));
                while (piece.hasRemaining() && channel.read(piece, at + piece.position()) >= 0) {
                    // There may be more.
                }
                at += piece.position();
                return Arrays.copyOf(piece.array(), piece.position());
            } catch (IOException failure) {
                throw outOfReach(failure);
            }
        }
    }

    @Override
    public void remove(MediaId id) {
        try {
            clear(home(id));
            for (Path attempt : list(unfinished)) {
                if (nameOf(attempt).startsWith(id + ".")) {
                    clear(attempt);
                }
            }
            closeDrawer(drawer(id));
        } catch (IOException failure) {
            throw outOfReach(failure);
        } catch (UncheckedIOException failure) {
            throw outOfReach(failure);
        }
    }

    /// An empty drawer is in nobody's way; one that is not is not thrown away.
    private static void closeDrawer(Path drawer) throws IOException {
        try {
            Files.deleteIfExists(drawer);
        } catch (DirectoryNotEmptyException _) {
            // There are others in it.
        }
    }

    @Override
    public List<MediaId> held(MediaId after, int most) {
        try (var drawers = drawers()) {
            return Stream.concat(
                            names(unfinished),
                            drawers.filter(drawer -> nameOf(drawer).compareTo(drawerOf(after)) >= 0)
                                    .flatMap(FolderShelves::names))
                    .filter(id -> id.compareTo(after) > 0)
                    .sorted()
                    .distinct()
                    .limit(most)
                    .toList();
        } catch (UncheckedIOException failure) {
            throw outOfReach(failure);
        }
    }

    private Stream<Path> drawers() {
        return list(folder).stream()
                .filter(entry -> DRAWER.matcher(nameOf(entry)).matches());
    }

    private static Stream<MediaId> names(Path drawer) {
        return list(drawer).stream()
                .map(entry -> nameOf(entry).split("\\.", 2)[0])
                .filter(NAME.asMatchPredicate())
                .map(name -> new MediaId(UUID.fromString(name)));
    }

    /// What is gone by now held nothing.
    private static List<Path> list(Path directory) {
        try (var entries = Files.list(directory)) {
            return entries.toList();
        } catch (NoSuchFileException _) {
            return List.of();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Path drawer(MediaId id) {
        return folder.resolve(drawerOf(id));
    }

    private Path home(MediaId id) {
        return drawer(id).resolve(id.toString());
    }

    private static String drawerOf(MediaId id) {
        return id.toString().substring(0, 6);
    }

    private static String nameOf(Path path) {
        return String.valueOf(path.getFileName());
    }

    private static void make(Path directory) throws IOException {
        try {
            Files.createDirectories(directory, OURS_ALONE);
        } catch (FileAlreadyExistsException e) {
            throw new IOException(directory + " is no folder", e);
        }
    }

    private static void clear(Path directory) throws IOException {
        for (Path file : list(directory)) {
            Files.deleteIfExists(file);
        }
        Files.deleteIfExists(directory);
    }

    /// There is no other way to be told than by the system's words, in English as programs are run.
    private static boolean isFull(IOException failure) {
        String reason = failure instanceof FileSystemException named ? named.getReason() : failure.getMessage();
        return reason != null && FULL.matcher(reason.toLowerCase(Locale.ROOT)).find();
    }

    private static ShelvesOutOfReach outOfReach(Exception failure) {
        return new ShelvesOutOfReach("the folder of media cannot be used", failure);
    }
}
