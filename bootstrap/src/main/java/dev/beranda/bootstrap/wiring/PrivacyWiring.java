package dev.beranda.bootstrap.wiring;

import dev.beranda.application.privacy.CancelErasure;
import dev.beranda.application.privacy.EraseLeaver;
import dev.beranda.application.privacy.ExportPersonalData;
import dev.beranda.application.privacy.FindLeavers;
import dev.beranda.application.privacy.ForgetSquatter;
import dev.beranda.application.privacy.KeepAccount;
import dev.beranda.application.privacy.PrepareErasure;
import dev.beranda.bootstrap.settings.Settings;
import dev.beranda.domain.letter.TicketInspector;
import dev.beranda.domain.letter.Tickets;
import dev.beranda.domain.privacy.Leavers;
import dev.beranda.domain.privacy.PersonalFiles;
import dev.beranda.domain.privacy.PersonalRecords;
import dev.beranda.domain.session.Evictions;
import dev.beranda.domain.shared.DomainEvents;
import dev.beranda.domain.shared.Throttle;
import dev.beranda.domain.shared.Transactions;
import dev.beranda.domain.user.Users;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

@Factory
final class PrivacyWiring {

    @Singleton
    ExportPersonalData exportPersonalData(
            PersonalRecords records, PersonalFiles files, Transactions transactions, Throttle throttle) {
        return new ExportPersonalData(List.of(records), files, transactions, throttle);
    }

    @Singleton
    PrepareErasure prepareErasure(
            Users users,
            Evictions evictions,
            PersonalRecords records,
            DomainEvents events,
            Transactions transactions,
            Clock clock,
            Settings settings) {
        var rules = new PrepareErasure.ErasureRules(settings.erasureGrace());
        return new PrepareErasure(users, evictions, records, events, transactions, clock, rules);
    }

    @Singleton
    CancelErasure cancelErasure(
            Users users, Evictions evictions, DomainEvents events, Transactions transactions, Clock clock) {
        return new CancelErasure(users, evictions, events, transactions, clock);
    }

    @Singleton
    KeepAccount keepAccount(
            TicketInspector inspector,
            Tickets tickets,
            Users users,
            CancelErasure cancelErasure,
            Transactions transactions,
            Clock clock) {
        return new KeepAccount(inspector, tickets, users, cancelErasure, transactions, clock);
    }

    @Singleton
    FindLeavers findLeavers(Leavers leavers, Clock clock) {
        return new FindLeavers(leavers, clock);
    }

    @Singleton
    ForgetSquatter forgetSquatter(Users users, PersonalRecords records, DomainEvents events, Clock clock) {
        return new ForgetSquatter(users, records, events, clock);
    }

    @Singleton
    EraseLeaver eraseLeaver(
            Leavers leavers, PersonalRecords records, DomainEvents events, Transactions transactions, Clock clock) {
        return new EraseLeaver(leavers, records, events, transactions, clock);
    }
}
