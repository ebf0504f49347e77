package dev.beranda.bootstrap.wiring;

import dev.beranda.application.administration.CallErasureOff;
import dev.beranda.application.administration.ChangeAuthority;
import dev.beranda.application.administration.ListPeople;
import dev.beranda.application.administration.LogPersonOut;
import dev.beranda.application.administration.OrderErasure;
import dev.beranda.application.administration.OrderPasswordReset;
import dev.beranda.application.administration.PeopleReader;
import dev.beranda.application.administration.RemoveSecondFactor;
import dev.beranda.application.administration.ShowPerson;
import dev.beranda.application.credential.WithdrawPassword;
import dev.beranda.application.privacy.CancelErasure;
import dev.beranda.application.privacy.PrepareErasure;
import dev.beranda.domain.audit.AuditLog;
import dev.beranda.domain.factor.Authenticators;
import dev.beranda.domain.factor.RecoveryCodes;
import dev.beranda.domain.session.Evictions;
import dev.beranda.domain.shared.DomainEvents;
import dev.beranda.domain.shared.Transactions;
import dev.beranda.domain.user.Users;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;

@Factory
final class AdministrationWiring {

    @Singleton
    ListPeople listPeople(PeopleReader people) {
        return new ListPeople(people);
    }

    @Singleton
    ShowPerson showPerson(PeopleReader people) {
        return new ShowPerson(people);
    }

    @Singleton
    ChangeAuthority changeAuthority(
            Users users, AuditLog log, DomainEvents events, Transactions transactions, Clock clock) {
        return new ChangeAuthority(users, log, events, transactions, clock);
    }

    @Singleton
    LogPersonOut logPersonOut(Users users, Evictions evictions, AuditLog log, Transactions transactions, Clock clock) {
        return new LogPersonOut(users, evictions, log, transactions, clock);
    }

    @Singleton
    OrderErasure orderErasure(PrepareErasure prepareErasure, AuditLog log, Transactions transactions, Clock clock) {
        return new OrderErasure(prepareErasure, log, transactions, clock);
    }

    @Singleton
    CallErasureOff callErasureOff(CancelErasure cancelErasure, AuditLog log, Transactions transactions, Clock clock) {
        return new CallErasureOff(cancelErasure, log, transactions, clock);
    }

    @Singleton
    RemoveSecondFactor removeSecondFactor(
            Users users,
            Authenticators authenticators,
            RecoveryCodes recoveryCodes,
            Evictions evictions,
            AuditLog log,
            DomainEvents events,
            Transactions transactions,
            Clock clock) {
        return new RemoveSecondFactor(
                users, authenticators, recoveryCodes, evictions, log, events, transactions, clock);
    }

    @Singleton
    OrderPasswordReset orderPasswordReset(
            Users users,
            WithdrawPassword withdrawPassword,
            Evictions evictions,
            AuditLog log,
            DomainEvents events,
            Transactions transactions,
            Clock clock) {
        return new OrderPasswordReset(users, withdrawPassword, evictions, log, events, transactions, clock);
    }
}
