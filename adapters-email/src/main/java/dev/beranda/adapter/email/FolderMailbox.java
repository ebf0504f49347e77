package dev.beranda.adapter.email;

import dev.beranda.application.letter.MailboxReader;
import dev.beranda.application.letter.SentLetterView;
import dev.beranda.domain.letter.KeptLetters;
import dev.beranda.domain.letter.Letter;
import dev.beranda.domain.letter.Letters;
import dev.beranda.domain.user.UserId;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/// The development mailbox: keeps in a folder, each in a file, exactly what would have been sent. They are
/// keys to people's accounts, so nobody but the owner may look inside. The name of a file says which letter it is and,
/// behind a dot, to whom: by that they are found when their reader is forgotten.
public final class FolderMailbox implements Letters, MailboxReader, KeptLetters {

    private static final int MOST_KEPT = 500;
    private static final String ENDING = ".eml";

    private static final Comparator<KeptLetter> NEWEST_FIRST =
            Comparator.comparing(KeptLetter::at).thenComparing(KeptLetter::file).reversed();

    private final Path folder;
    private final Stationery stationery;
    private final InstantSource clock;
    private final int mostKept;
    private final Session session = Session.getInstance(new Properties());

    public FolderMailbox(Path folder, Stationery stationery, InstantSource clock) {
        this(folder, stationery, clock, MOST_KEPT);
    }

    FolderMailbox(Path folder, Stationery stationery, InstantSource clock, int mostKept) {
        this.folder = folder.toAbsolutePath();
        this.stationery = stationery;
        this.clock = clock;
        this.mostKept = mostKept;
    }

    @Override
    public void send(Letter letter) {
        try {
            Files.createDirectories(folder, forTheOwner());
            keep(stationery.seal(letter, session), folder.resolve(letter.id() + "." + letter.reader() + ENDING));
            forgetTheOldest();
        } catch (MessagingException | IOException e) {
            throw new Undelivered(letter, e);
        }
    }

    @Override
    public List<SentLetterView> newest(int most) {
        try {
            return kept().stream()
                    .map(KeptLetter::read)
                    .flatMap(Optional::stream)
                    .limit(most)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void forget(UserId reader) {
        try {
            for (KeptLetter letter : kept("*." + reader + ENDING)) {
                Files.deleteIfExists(letter.file());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A file of this name is there whole or not at all. The draft is readable for its owner only, as
    /// temporary files are.
    private void keep(MimeMessage envelope, Path file) throws MessagingException, IOException {
        Path draft = Files.createTempFile(folder, ".draft-", "");
        try {
            try (OutputStream out = Files.newOutputStream(draft)) {
                envelope.writeTo(out);
            }
            Files.setLastModifiedTime(draft, FileTime.from(clock.instant()));
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private void forgetTheOldest() throws IOException {
        for (KeptLetter old : kept().stream().skip(mostKept).toList()) {
            Files.deleteIfExists(old.file());
        }
    }

    private List<KeptLetter> kept() throws IOException {
        return kept("*" + ENDING);
    }

    private List<KeptLetter> kept(String names) throws IOException {
        List<KeptLetter> kept = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, names)) {
            for (Path file : files) {
                changedAt(file).ifPresent(at -> kept.add(new KeptLetter(file, at)));
            }
        } catch (NoSuchFileException _) {
            return List.of();
        }
        kept.sort(NEWEST_FIRST);
        return kept;
    }

    private static Optional<FileTime> changedAt(Path file) throws IOException {
        try {
            return Optional.of(Files.getLastModifiedTime(file));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }

    private FileAttribute<?>[] forTheOwner() {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }
}
