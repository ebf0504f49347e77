package dev.beranda.bootstrap.wiring;

import dev.beranda.adapter.persistence.outbox.Chronicle;
import dev.beranda.application.activity.ActivityReader;
import dev.beranda.application.activity.ReadActivity;
import dev.beranda.domain.credential.CredentialEvent;
import dev.beranda.domain.factor.FactorEvent;
import dev.beranda.domain.identity.IdentityEvent;
import dev.beranda.domain.passkey.PasskeyEvent;
import dev.beranda.domain.session.SessionEvent;
import dev.beranda.domain.shared.Places;
import dev.beranda.domain.user.UserEvent;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.Set;

@Factory
final class ActivityWiring {

    /// What people may want to look back on when something seems wrong.
    @Singleton
    Chronicle chronicle() {
        return new Chronicle(Set.of(
                UserEvent.Registered.class,
                UserEvent.Brought.class,
                UserEvent.EmailConfirmed.class,
                UserEvent.EmailChanged.class,
                UserEvent.RoleChanged.class,
                UserEvent.Disabled.class,
                UserEvent.Enabled.class,
                UserEvent.Leaving.class,
                UserEvent.Remained.class,
                CredentialEvent.PasswordChanged.class,
                CredentialEvent.PasswordReset.class,
                CredentialEvent.PasswordWithdrawn.class,
                FactorEvent.TurnedOn.class,
                FactorEvent.TurnedOff.class,
                FactorEvent.RecoveryCodesRenewed.class,
                FactorEvent.RecoveryCodeUsed.class,
                IdentityEvent.Introduced.class,
                IdentityEvent.Linked.class,
                IdentityEvent.Unlinked.class,
                PasskeyEvent.Added.class,
                PasskeyEvent.Removed.class,
                SessionEvent.Opened.class,
                SessionEvent.StrangeDevice.class,
                SessionEvent.Ended.class,
                SessionEvent.RefreshTokenReused.class));
    }

    @Singleton
    ReadActivity readActivity(ActivityReader reader, Places places) {
        return new ReadActivity(reader, places);
    }
}
