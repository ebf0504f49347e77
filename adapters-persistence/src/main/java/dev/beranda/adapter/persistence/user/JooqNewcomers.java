package dev.beranda.adapter.persistence.user;

import static dev.beranda.adapter.persistence.jooq.Tables.APP_USER;

import dev.beranda.domain.shared.EmailAddress;
import dev.beranda.domain.shared.StaleAggregate;
import dev.beranda.domain.user.Newcomers;
import dev.beranda.domain.user.User;
import dev.beranda.domain.user.UserId;
import dev.beranda.domain.user.Users.Taken;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;

/// A crowd in a few statements: one that adds whom it can and, where somebody is missing then, those that say why.
@Singleton
final class JooqNewcomers implements Newcomers {

    /// In one order, so that two crowds with the same people wait for each other and not in a ring.
    private static final Comparator<User> ORDER =
            Comparator.comparing(person -> person.email().value());

    private final DSLContext sql;

    JooqNewcomers(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public Map<UserId, Set<Taken>> addAll(Collection<User> people) {
        if (people.isEmpty()) {
            return Map.of();
        }
        Set<UserId> added = insert(people.stream().sorted(ORDER).toList());
        List<User> others =
                people.stream().filter(person -> !added.contains(person.id())).toList();
        Map<UserId, Set<Taken>> taken = taken(others);
        if (taken.size() < others.size()) {
            // Whoever had the name is gone again in between.
            throw new StaleAggregate("A name");
        }
        return taken;
    }

    private Set<UserId> insert(List<User> people) {
        var writing = sql.insertInto(APP_USER).set(JooqUsers.columns(people.getFirst()));
        for (User person : people.subList(1, people.size())) {
            writing = writing.newRecord().set(JooqUsers.columns(person));
        }
        return writing.onConflictDoNothing().returningResult(APP_USER.ID).fetchSet(APP_USER.ID);
    }

    @Override
    public Map<UserId, Set<Taken>> taken(Collection<User> people) {
        if (people.isEmpty()) {
            return Map.of();
        }
        Set<EmailAddress> addresses = sql.select(APP_USER.EMAIL)
                .from(APP_USER)
                .where(APP_USER.EMAIL.in(people.stream().map(User::email).toList()))
                .fetchSet(APP_USER.EMAIL);
        Set<String> usernames = sql.select(APP_USER.USERNAME_KEY)
                .from(APP_USER)
                .where(APP_USER.USERNAME_KEY.in(
                        people.stream().map(person -> person.username().key()).toList()))
                .fetchSet(APP_USER.USERNAME_KEY);
        return taken(people, addresses, usernames);
    }

    private static Map<UserId, Set<Taken>> taken(
            Collection<User> people, Set<EmailAddress> addresses, Set<String> usernames) {
        Map<UserId, Set<Taken>> taken = new HashMap<>();
        for (User person : people) {
            Set<Taken> names = EnumSet.noneOf(Taken.class);
            if (addresses.contains(person.email())) {
                names.add(Taken.EMAIL);
            }
            if (usernames.contains(person.username().key())) {
                names.add(Taken.USERNAME);
            }
            if (!names.isEmpty()) {
                taken.put(person.id(), names);
            }
        }
        return taken;
    }
}
