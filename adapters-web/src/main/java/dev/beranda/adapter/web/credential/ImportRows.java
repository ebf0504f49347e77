package dev.beranda.adapter.web.credential;

import dev.beranda.adapter.web.input.Fields;
import dev.beranda.adapter.web.input.Query;
import dev.beranda.adapter.web.language.PreferredLanguage;
import dev.beranda.adapter.web.problem.Refusal.FieldFlaw;
import dev.beranda.application.credential.ImportPeople;
import dev.beranda.domain.credential.PasswordHash;
import dev.beranda.domain.shared.EmailAddress;
import dev.beranda.domain.shared.Flaw;
import dev.beranda.domain.shared.Language;
import dev.beranda.domain.shared.Parsed;
import dev.beranda.domain.shared.Role;
import dev.beranda.domain.user.DisplayName;
import dev.beranda.domain.user.Username;
import io.micronaut.http.HttpRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The people of one import as they were sent. What is wrong with one row is told of that row, and stops no other.
record ImportRows(List<Read> all, boolean dryRun) {

    static final String LINES = "application/x-ndjson";

    private static final int MOST = 500;

    /// An address is told back as it came, but nothing longer than an address can be.
    private static final int LONGEST_TOLD = 320;

    sealed interface Read {}

    record Good(String email, ImportPeople.Row row) implements Read {}

    record Flawed(@Nullable String email, List<FieldFlaw> flaws) implements Read {

        Flawed {
            flaws = List.copyOf(flaws);
        }
    }

    static ImportRows in(HttpRequest<?> request, Fields fields) {
        fields.allowing("users", "dry_run");
        Fields query = Query.of(request).allowing("dry_run");
        var people = fields.rows("users", MOST);
        var inBody = fields.optionalFlag("dry_run");
        var inQuery = query.optional("dry_run", Query::flag);
        fields.addAll(query.flaws());
        fields.refuseIfFlawed();
        Language usual = PreferredLanguage.of(request);
        boolean dryRun = Boolean.TRUE.equals(inBody.orNull()) || Boolean.TRUE.equals(inQuery.orNull());
        return new ImportRows(
                people.stream()
                        .map(person -> person.map(row -> read(row, usual)).orElseGet(ImportRows::noRow))
                        .toList(),
                dryRun);
    }

    List<ImportPeople.Row> good() {
        return all.stream()
                .filter(Good.class::isInstance)
                .map(read -> ((Good) read).row())
                .toList();
    }

    private static Read noRow() {
        return new Flawed(null, List.of(new FieldFlaw("row", new Flaw("not_object"))));
    }

    private static Read read(Fields fields, Language usual) {
        fields.noting(
                "email",
                "email_verified",
                "username",
                "display_name",
                "password_hash",
                "role",
                "disabled",
                "created_at",
                "locale");
        var email = fields.required("email", EmailAddress::parse);
        var verified = fields.optionalFlag("email_verified");
        var username = fields.optional("username", Username::parse);
        var displayName = fields.optional("display_name", DisplayName::parse);
        var hash = fields.optional("password_hash", ImportRows::hash);
        var role = fields.optional("role", Role::parse);
        var disabled = fields.optionalFlag("disabled");
        var since = fields.optional("created_at", Query::time);
        var language = fields.optional("locale", Language::parse);
        String told = fields.raw("email")
                .filter(text -> text.length() <= LONGEST_TOLD)
                .orElse(null);
        if (fields.isFlawed() || told == null) {
            return new Flawed(told, fields.flaws());
        }
        return new Good(
                told,
                new ImportPeople.Row(
                        email.value(),
                        Boolean.TRUE.equals(verified.orNull()),
                        username.orNull(),
                        displayName.orNull(),
                        hash.isPresent() ? hash.value().orElse(null) : null,
                        language.isPresent() ? language.value() : usual,
                        role.isPresent() ? role.value() : Role.READER,
                        Boolean.TRUE.equals(disabled.orNull()),
                        since.orNull()));
    }

    /// Django marks an account without a password by a hash that begins like this.
    private static Parsed<Optional<PasswordHash>> hash(String raw) {
        if (raw.startsWith("!")) {
            return Parsed.of(Optional.empty());
        }
        return switch (PasswordHash.parse(raw)) {
            case Parsed.Valid<PasswordHash>(var hash) -> Parsed.of(Optional.of(hash));
            case Parsed.Invalid<PasswordHash>(var flaws) -> new Parsed.Invalid<>(flaws);
        };
    }
}
