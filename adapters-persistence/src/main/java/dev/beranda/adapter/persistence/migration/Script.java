package dev.beranda.adapter.persistence.migration;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;

/// One step of the schema's history. A step that was released is never changed, only followed by another.
record Script(String file, String text) {

    static final String FOLDER = "db/migration/";

    /// Named one by one: looking for them on the class path would cost every start more than anything else here.
    static final List<String> FILES = List.of(
            "V1__identity.sql",
            "V2__letters.sql",
            "V3__audit.sql",
            "V4__profiles.sql",
            "V5__second_factor.sql",
            "V6__passkeys.sql",
            "V7__leaving.sql",
            "V8__identities.sql",
            "V9__settings_and_avatars.sql",
            "V10__activity.sql",
            "V11__outbox_by_person.sql",
            "V12__posts.sql",
            "V13__retries.sql",
            "V14__media.sql",
            "V15__tallies.sql",
            "V16__search.sql",
            "V17__covers.sql",
            "V18__comments.sql",
            "V19__tags.sql",
            "V20__categories.sql",
            "V21__readership.sql",
            "V22__public_news.sql",
            "V23__sitemap.sql",
            "V24__finding_the_newest.sql",
            "V25__exchange.sql",
            "V26__guests.sql",
            "V27__media_in_use.sql",
            "V28__tickets_of_addresses.sql",
            "V29__applicants.sql",
            "V30__outbox_by_others.sql",
            "V31__activity_without_by.sql",
            "V32__letters_and_alt_texts.sql",
            "V33__what_was_found.sql",
            "V34__long_deeds.sql",
            "V35__filing_of_revisions.sql",
            "V36__planned_again.sql");

    static List<Script> all() {
        return FILES.stream().map(Script::load).toList();
    }

    private static Script load(String file) {
        try (InputStream stream = Script.class.getClassLoader().getResourceAsStream(FOLDER + file)) {
            if (stream == null) {
                throw new IllegalStateException("the migration " + file + " is missing");
            }
            return new Script(file, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    String version() {
        return file.substring(1, file.indexOf("__"));
    }

    /// The same that Flyway notes down: over the lines, whatever ends them.
    int checksum() {
        var checksum = new CRC32();
        text.lines().forEach(line -> checksum.update(line.getBytes(StandardCharsets.UTF_8)));
        return (int) checksum.getValue();
    }

    Reader read() {
        return new StringReader(text);
    }
}
