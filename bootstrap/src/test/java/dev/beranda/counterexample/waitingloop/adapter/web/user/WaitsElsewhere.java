package dev.beranda.counterexample.waitingloop.adapter.web.user;

import dev.beranda.counterexample.waitingloop.application.user.GreetUser;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

@Controller
final class WaitsElsewhere {

    private final GreetUser greetUser;

    WaitsElsewhere(GreetUser greetUser) {
        this.greetUser = greetUser;
    }

    @Get
    @ExecuteOn(TaskExecutors.BLOCKING)
    String greet() {
        return greetUser.greet();
    }
}
