package dev.beranda.application.user;

import dev.beranda.domain.user.UserId;
import java.util.Optional;

/// Show somebody their own account without waiting for anything, where that can be done; where not, [ShowAccount] will.
public final class RecallAccount {

    public record Query(UserId user) {}

    private final AccountReader accounts;

    public RecallAccount(AccountReader accounts) {
        this.accounts = accounts;
    }

    public Optional<AccountView> recall(Query query) {
        return accounts.recall(query.user());
    }
}
