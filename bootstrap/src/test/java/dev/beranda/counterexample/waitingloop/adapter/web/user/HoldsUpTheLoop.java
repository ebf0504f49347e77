package dev.beranda.counterexample.waitingloop.adapter.web.user;

import dev.beranda.counterexample.waitingloop.application.user.GreetUser;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

@Controller
final class HoldsUpTheLoop {

    private final GreetUser greetUser;

    HoldsUpTheLoop(GreetUser greetUser) {
        this.greetUser = greetUser;
    }

    @Get
    String greet() {
        return greetUser.greet();
    }
}
