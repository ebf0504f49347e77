package dev.beranda.adapter.web.letter;

import dev.beranda.adapter.web.http.ThisMachine;
import dev.beranda.adapter.web.problem.Refusal;
import dev.beranda.application.letter.ReadMailbox;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;

/// The mailbox holds keys to accounts: it is there for who sits at the machine, and for nobody else.
@ServerFilter("/dev/**")
@Requires(bean = ReadMailbox.class)
final class MailboxDoor {

    @RequestFilter
    void keepOthersOut(HttpRequest<?> request) {
        if (!ThisMachine.asks(request)) {
            throw Refusal.of(HttpStatus.NOT_FOUND, "not_found");
        }
    }
}
