package dev.beranda.counterexample.forgedaggregates.adapter.web.user;

import dev.beranda.counterexample.forgedaggregates.domain.user.User;
import java.util.function.LongFunction;

final class PointsAtTheConstructor {

    LongFunction<User> making() {
        return User::new;
    }
}
