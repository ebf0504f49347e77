package dev.beranda.adapter.persistence.category;

import static dev.beranda.adapter.persistence.jooq.Tables.CATEGORY;
import static dev.beranda.adapter.persistence.jooq.Tables.POST;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.select;

import dev.beranda.adapter.persistence.freshness.PublicNews;
import dev.beranda.domain.category.CategoryId;
import dev.beranda.domain.freshness.Subject;
import dev.beranda.domain.shared.Transactions;
import jakarta.inject.Singleton;
import java.util.List;
import org.jooq.DSLContext;

/// Takes the posts off a category that was removed: some at a time, each time for good. Who dies between two bites
/// leaves the rest to whoever comes next. Every node may do it at any time: of each category, one at a time does.
@Singleton
public final class Clearing {

    private static final int BITE = 500;
    private static final int MOST_BITES = 20;

    private final DSLContext sql;
    private final Transactions transactions;
    private final PublicNews news;

    Clearing(DSLContext sql, Transactions transactions, PublicNews news) {
        this.sql = sql;
        this.transactions = transactions;
        this.news = news;
    }

    public List<CategoryId> waiting() {
        return sql.select(CATEGORY.ID)
                .from(CATEGORY)
                .where(condition(CATEGORY.LEAVING))
                .fetch(CATEGORY.ID);
    }

    /// Takes some more posts off it, unless somebody else is at it.
    public void carryOn(CategoryId category) {
        for (int bites = 0; bites < MOST_BITES; bites++) {
            if (!transactions.write(() -> isClaimed(category) && bite(category))) {
                return;
            }
        }
    }

    /// Once it is held, no post gets it.
    private boolean isClaimed(CategoryId category) {
        return sql.selectOne()
                .from(CATEGORY)
                .where(CATEGORY.ID.eq(category))
                .forUpdate()
                .skipLocked()
                .fetchOptional()
                .isPresent();
    }

    /// Within the transaction of its caller, who holds the category. The posts are saved, so that whoever is about to
    /// save what they read before begins anew.
    ///
    /// @return whether there is more to do
    boolean bite(CategoryId category) {
        int posts = sql.update(POST)
                .setNull(POST.CATEGORY_ID)
                .set(POST.VERSION, POST.VERSION.plus(1))
                .where(POST.ID.in(select(POST.ID)
                        .from(POST)
                        .where(POST.CATEGORY_ID.eq(category))
                        .limit(BITE)
                        .forNoKeyUpdate()))
                .execute();
        news.of(Subject.POSTS);
        if (posts == BITE) {
            return true;
        }
        sql.deleteFrom(CATEGORY).where(CATEGORY.ID.eq(category)).execute();
        return false;
    }
}
