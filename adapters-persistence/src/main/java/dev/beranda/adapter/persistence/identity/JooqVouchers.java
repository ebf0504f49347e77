package dev.beranda.adapter.persistence.identity;

import static dev.beranda.adapter.persistence.jooq.Tables.VOUCHER;
import static org.jooq.Records.mapping;

import dev.beranda.domain.identity.Voucher;
import dev.beranda.domain.identity.VoucherId;
import dev.beranda.domain.identity.Vouchers;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jooq.DSLContext;

@Singleton
final class JooqVouchers implements Vouchers {

    private final DSLContext sql;

    JooqVouchers(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public void add(Voucher voucher) {
        sql.insertInto(VOUCHER)
                .set(VOUCHER.ID, voucher.id())
                .set(VOUCHER.USER_ID, voucher.user())
                .set(VOUCHER.PROVIDER, voucher.provider())
                .set(VOUCHER.BROWSER, voucher.bonds().browser())
                .set(VOUCHER.CHALLENGE, voucher.bonds().challenge())
                .set(VOUCHER.EXPIRES_AT, voucher.expiresAt())
                .execute();
    }

    @Override
    public Optional<Voucher> take(VoucherId id) {
        return sql.deleteFrom(VOUCHER)
                .where(VOUCHER.ID.eq(id))
                .returningResult(
                        VOUCHER.ID,
                        VOUCHER.USER_ID,
                        VOUCHER.PROVIDER,
                        VOUCHER.BROWSER,
                        VOUCHER.CHALLENGE,
                        VOUCHER.EXPIRES_AT)
                .fetchOptional(mapping((voucher, user, provider, browser, challenge, expiresAt) ->
                        new Voucher(voucher, user, provider, new Voucher.Bonds(browser, challenge), expiresAt)));
    }
}
