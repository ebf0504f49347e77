package dev.beranda.adapter.persistence.user;

import static dev.beranda.adapter.persistence.jooq.Tables.APPLICANT;
import static org.jooq.Records.mapping;

import dev.beranda.domain.shared.EmailAddress;
import dev.beranda.domain.user.Applicant;
import dev.beranda.domain.user.Applicants;
import dev.beranda.domain.user.UserId;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;

@Singleton
final class JooqApplicants implements Applicants {

    private final DSLContext sql;

    JooqApplicants(DSLContext sql) {
        this.sql = sql;
    }

    /// Whoever waited for too long makes room, whether they were swept away yet or not.
    @Override
    public boolean add(Applicant applicant) {
        String key = applicant.username().key();
        sql.deleteFrom(APPLICANT)
                .where(APPLICANT.USERNAME_KEY.eq(key))
                .and(APPLICANT.EXPIRES_AT.le(applicant.appliedAt()))
                .execute();
        return sql.insertInto(APPLICANT)
                        .set(APPLICANT.ID, applicant.id())
                        .set(APPLICANT.EMAIL, applicant.email())
                        .set(APPLICANT.USERNAME, applicant.username())
                        .set(APPLICANT.USERNAME_KEY, key)
                        .set(APPLICANT.DISPLAY_NAME, applicant.displayName())
                        .set(APPLICANT.LANGUAGE, applicant.language())
                        .set(APPLICANT.APPLIED_AT, applicant.appliedAt())
                        .set(APPLICANT.EXPIRES_AT, applicant.expiresAt())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    @Override
    public Optional<Applicant> find(UserId id) {
        return find(APPLICANT.ID.eq(id));
    }

    @Override
    public Optional<Applicant> newest(EmailAddress address) {
        return find(APPLICANT.EMAIL.eq(address));
    }

    @Override
    public void invite(UserId id) {
        sql.update(APPLICANT)
                .set(APPLICANT.INVITED, true)
                .where(APPLICANT.ID.eq(id))
                .execute();
    }

    @Override
    public boolean countGuess(UserId id) {
        return sql.update(APPLICANT)
                        .set(APPLICANT.GUESSES, APPLICANT.GUESSES.plus(1))
                        .where(APPLICANT.ID.eq(id))
                        .and(APPLICANT.INVITED)
                        .and(APPLICANT.GUESSES.lt(Applicant.MOST_GUESSES))
                        .execute()
                == 1;
    }

    @Override
    public boolean take(UserId id) {
        return sql.deleteFrom(APPLICANT).where(APPLICANT.ID.eq(id)).execute() == 1;
    }

    private Optional<Applicant> find(Condition condition) {
        return sql.select(
                        APPLICANT.ID,
                        APPLICANT.EMAIL,
                        APPLICANT.USERNAME,
                        APPLICANT.DISPLAY_NAME,
                        APPLICANT.LANGUAGE,
                        APPLICANT.APPLIED_AT,
                        APPLICANT.INVITED)
                .from(APPLICANT)
                .where(condition)
                .orderBy(APPLICANT.ID.desc())
                .limit(1)
                .fetchOptional(mapping(Applicant::new));
    }
}
