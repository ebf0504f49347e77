package dev.beranda.counterexample.waitingloop.adapter.web.user;

import dev.beranda.counterexample.waitingloop.application.user.GreetUser;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.concurrent.CompletableFuture;

@Controller
final class Promises {

    private final GreetUser greetUser;

    Promises(GreetUser greetUser) {
        this.greetUser = greetUser;
    }

    @Get
    CompletableFuture<String> greet() {
        return CompletableFuture.supplyAsync(greetUser::greet);
    }
}
