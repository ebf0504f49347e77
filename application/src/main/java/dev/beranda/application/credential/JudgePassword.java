package dev.beranda.application.credential;

import dev.beranda.domain.credential.Password;
import dev.beranda.domain.credential.PasswordPolicy;
import java.util.List;

/// Say what is wrong with a password that somebody thinks of choosing, and how it could be better. Nobody outside is
/// asked: that is for who chooses it.
public final class JudgePassword {

    /// @param personal words that say who the person is
    public record Query(Password password, List<String> personal) {

        public Query {
            personal = List.copyOf(personal);
        }
    }

    private final PasswordPolicy policy;

    public JudgePassword(PasswordPolicy policy) {
        this.policy = policy;
    }

    public PasswordPolicy.Judgement judge(Query query) {
        return policy.judgeAlone(query.password(), query.personal());
    }
}
