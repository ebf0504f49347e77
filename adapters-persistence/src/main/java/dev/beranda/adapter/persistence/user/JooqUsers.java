package dev.beranda.adapter.persistence.user;

import static dev.beranda.adapter.persistence.jooq.Tables.APP_USER;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.selectOne;

import dev.beranda.adapter.persistence.feed.ChangeFeed;
import dev.beranda.adapter.persistence.feed.Topic;
import dev.beranda.adapter.persistence.transaction.CurrentTransaction;
import dev.beranda.domain.shared.EmailAddress;
import dev.beranda.domain.shared.Role;
import dev.beranda.domain.shared.StaleAggregate;
import dev.beranda.domain.user.Profile;
import dev.beranda.domain.user.Stay;
import dev.beranda.domain.user.User;
import dev.beranda.domain.user.UserId;
import dev.beranda.domain.user.Username;
import dev.beranda.domain.user.Users;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SelectField;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.jspecify.annotations.Nullable;

@Singleton
final class JooqUsers implements Users {

    static final SelectField<Profile> PROFILE = row(
                    APP_USER.DISPLAY_NAME,
                    APP_USER.BIO,
                    APP_USER.WEBSITE,
                    APP_USER.LOCATION,
                    APP_USER.LANGUAGE,
                    APP_USER.TIME_ZONE,
                    APP_USER.SIGN_IN_ALERTS,
                    APP_USER.AVATAR)
            .mapping(Profile::new);

    private final DSLContext sql;
    private final CurrentTransaction transaction;
    private final ChangeFeed feed;

    JooqUsers(DSLContext sql, CurrentTransaction transaction, ChangeFeed feed) {
        this.sql = sql;
        this.transaction = transaction;
        this.feed = feed;
    }

    @Override
    public Optional<User> find(UserId id) {
        return find(APP_USER.ID.eq(id));
    }

    @Override
    public Optional<User> find(EmailAddress email) {
        return find(APP_USER.EMAIL.eq(email));
    }

    @Override
    public Optional<User> find(Username username) {
        return find(APP_USER.USERNAME_KEY.eq(username.key()));
    }

    @Override
    public Set<Taken> add(User user) {
        int added = sql.insertInto(APP_USER)
                .set(columns(user))
                .onConflictDoNothing()
                .execute();
        return added == 1 ? Set.of() : taken(user);
    }

    /// A person as a row of the table.
    static Map<Field<?>, Object> columns(User user) {
        Map<Field<?>, Object> columns = new HashMap<>(profile(user.profile()));
        columns.put(APP_USER.ID, user.id());
        columns.put(APP_USER.EMAIL, user.email());
        columns.put(APP_USER.EMAIL_VERIFIED, user.emailVerified());
        columns.put(APP_USER.USERNAME, user.username());
        columns.put(APP_USER.USERNAME_KEY, user.username().key());
        columns.put(APP_USER.ROLE, user.role());
        columns.put(APP_USER.DISABLED, user.disabled());
        columns.put(APP_USER.LEAVES_AT, end(user.stay()));
        columns.put(APP_USER.AUTHORITY, user.authority());
        columns.put(APP_USER.REGISTERED_AT, user.registeredAt());
        columns.put(APP_USER.VERSION, user.version());
        return columns;
    }

    @Override
    public User save(User user) {
        if (update(user, noCondition()) == 0) {
            throw new StaleAggregate("A person");
        }
        return find(user.id()).orElseThrow(() -> new StaleAggregate("A person"));
    }

    /// Whoever takes the address at the very same moment makes the update fail; the next attempt sees that it is taken.
    @Override
    public boolean saveAt(User user) {
        var other = APP_USER.as("other");
        var another =
                selectOne().from(other).where(other.EMAIL.eq(user.email())).and(other.ID.ne(user.id()));
        try {
            if (update(user, notExists(another)) == 1) {
                return true;
            }
        } catch (IntegrityConstraintViolationException _) {
            throw new StaleAggregate("An address");
        }
        if (sql.fetchExists(another)) {
            return false;
        }
        throw new StaleAggregate("A person");
    }

    private int update(User user, Condition condition) {
        int saved = sql.update(APP_USER)
                .set(APP_USER.EMAIL, user.email())
                .set(APP_USER.EMAIL_VERIFIED, user.emailVerified())
                .set(APP_USER.USERNAME, user.username())
                .set(APP_USER.USERNAME_KEY, user.username().key())
                .set(profile(user.profile()))
                .set(APP_USER.ROLE, user.role())
                .set(APP_USER.DISABLED, user.disabled())
                .set(APP_USER.LEAVES_AT, end(user.stay()))
                .set(APP_USER.AUTHORITY, user.authority())
                .set(APP_USER.VERSION, user.version() + 1)
                .where(APP_USER.ID.eq(user.id()).and(APP_USER.VERSION.eq(user.version())))
                .and(condition)
                .execute();
        if (saved == 1) {
            transaction.afterCommit(() -> feed.tell(Topic.USER, user.id() + ":" + user.authority()));
        }
        return saved;
    }

    @Override
    public boolean anybodyIs(Role role) {
        return sql.fetchExists(APP_USER, isAtWorkAs(role));
    }

    /// Spelt out, so that the small index of the staff can serve.
    private static Condition isAtWorkAs(Role role) {
        return APP_USER.ROLE.eq(inline(role)).andNot(APP_USER.DISABLED).and(APP_USER.LEAVES_AT.isNull());
    }

    /// Locked in one order, so that those who come at once wait for each other and not in a ring. Who waited sees
    /// whoever is left then.
    @Override
    public Set<UserId> holdAll(Role role) {
        return sql.select(APP_USER.ID)
                .from(APP_USER)
                .where(isAtWorkAs(role))
                .orderBy(APP_USER.ID)
                .forNoKeyUpdate()
                .fetchSet(APP_USER.ID);
    }

    private Optional<User> find(Condition condition) {
        return sql.select(
                        APP_USER.ID,
                        APP_USER.EMAIL,
                        APP_USER.EMAIL_VERIFIED,
                        APP_USER.USERNAME,
                        PROFILE,
                        APP_USER.ROLE,
                        APP_USER.DISABLED,
                        APP_USER.LEAVES_AT,
                        APP_USER.AUTHORITY,
                        APP_USER.REGISTERED_AT,
                        APP_USER.VERSION)
                .from(APP_USER)
                .where(condition)
                .fetchOptional(mapping(
                        (id, email, verified, username, profile, role, disabled, end, authority, since, version) ->
                                new User(
                                        id,
                                        email,
                                        verified,
                                        username,
                                        profile,
                                        role,
                                        disabled,
                                        end == null ? new Stay.ForGood() : new Stay.Until(end),
                                        authority,
                                        since,
                                        version)));
    }

    private static @Nullable Instant end(Stay stay) {
        return stay instanceof Stay.Until(Instant end) ? end : null;
    }

    private static Map<Field<?>, Object> profile(Profile profile) {
        return Map.of(
                APP_USER.DISPLAY_NAME, profile.displayName(),
                APP_USER.BIO, profile.bio(),
                APP_USER.WEBSITE, profile.website(),
                APP_USER.LOCATION, profile.location(),
                APP_USER.LANGUAGE, profile.language(),
                APP_USER.TIME_ZONE, profile.timeZone(),
                APP_USER.SIGN_IN_ALERTS, profile.signInAlerts(),
                APP_USER.AVATAR, profile.avatar());
    }

    private Set<Taken> taken(User user) {
        Field<Boolean> email = anybody(APP_USER.EMAIL.eq(user.email()));
        Field<Boolean> username =
                anybody(APP_USER.USERNAME_KEY.eq(user.username().key()));
        var found = sql.select(email, username).fetchSingle();
        Set<Taken> taken = EnumSet.noneOf(Taken.class);
        if (found.get(email)) {
            taken.add(Taken.EMAIL);
        }
        if (found.get(username)) {
            taken.add(Taken.USERNAME);
        }
        if (taken.isEmpty()) {
            // Whoever had it is gone again in between; nothing taken would mean that the newcomer was added.
            throw new StaleAggregate("A name");
        }
        return taken;
    }

    private static Field<Boolean> anybody(Condition condition) {
        return field(exists(selectOne().from(APP_USER).where(condition)));
    }
}
