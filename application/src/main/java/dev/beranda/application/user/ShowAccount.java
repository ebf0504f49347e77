package dev.beranda.application.user;

import dev.beranda.domain.user.UserId;
import java.util.Optional;

/// Show somebody their own account.
public final class ShowAccount {

    public record Query(UserId user) {}

    private final AccountReader accounts;

    public ShowAccount(AccountReader accounts) {
        this.accounts = accounts;
    }

    public Optional<AccountView> show(Query query) {
        return accounts.find(query.user());
    }
}
