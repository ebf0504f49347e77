package dev.beranda.adapter.persistence.audit;

import static dev.beranda.adapter.persistence.jooq.Tables.AUDIT_ENTRY;

import dev.beranda.adapter.persistence.privacy.Holding;
import dev.beranda.adapter.persistence.privacy.Holdings;
import dev.beranda.domain.user.UserId;
import jakarta.inject.Singleton;
import java.util.List;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/// The log is only ever added to, so its entries stay, with ids in them and no names. From where somebody acted is
/// forgotten with them.
@Singleton
final class JooqAuditHoldings implements Holdings {

    private static final String FOR_EVER = "who did what to whom, by ids alone, has to be known for good";

    @Override
    public String word() {
        return "audit";
    }

    @Override
    public List<Holding> all() {
        return List.of(
                Holding.of(AUDIT_ENTRY, "done_by_others", JooqAuditHoldings::isDoneTo)
                        .telling(
                                AUDIT_ENTRY.AT,
                                AUDIT_ENTRY.ID,
                                AUDIT_ENTRY.ACTION,
                                AUDIT_ENTRY.BEFORE,
                                AUDIT_ENTRY.AFTER)
                        .withholding(
                                "about the administrator",
                                AUDIT_ENTRY.ACTOR,
                                AUDIT_ENTRY.ADDRESS,
                                AUDIT_ENTRY.REQUEST_ID)
                        .withholding("whose export it is", AUDIT_ENTRY.SUBJECT)
                        .staying(FOR_EVER),
                Holding.of(AUDIT_ENTRY, "done_by_you", AUDIT_ENTRY.ACTOR::eq)
                        .telling(
                                AUDIT_ENTRY.AT,
                                AUDIT_ENTRY.ID,
                                AUDIT_ENTRY.ACTION,
                                AUDIT_ENTRY.SUBJECT,
                                AUDIT_ENTRY.ADDRESS,
                                AUDIT_ENTRY.REQUEST_ID,
                                AUDIT_ENTRY.BEFORE,
                                AUDIT_ENTRY.AFTER)
                        .withholding("whose export it is", AUDIT_ENTRY.ACTOR)
                        .endingAfterwards(person -> DSL.update(AUDIT_ENTRY)
                                .set(AUDIT_ENTRY.ADDRESS, "")
                                .set(AUDIT_ENTRY.REQUEST_ID, "")
                                .where(AUDIT_ENTRY.ACTOR.eq(person))));
    }

    private static Condition isDoneTo(UserId person) {
        return AUDIT_ENTRY.SUBJECT.eq(person.toString()).and(AUDIT_ENTRY.ACTOR.ne(person));
    }
}
