package dev.beranda.domain.identity

import dev.beranda.domain.identity.Outsider.Reach
import dev.beranda.domain.shared.EmailAddress

/// Somebody whom a provider knows.
class SomeOutsider {

    static Outsider of(Map<String, ?> wishes = [:]) {
        new Outsider(
                new Provider(wishes.provider as String ?: 'sunrise'),
                new Subject(wishes.subject as String ?: 'subject-1'),
                reach(wishes),
                wishes.handle as String ?: '',
                wishes.name as String ?: '',
                wishes.label as String ?: '')
    }

    private static Reach reach(Map<String, ?> wishes) {
        if (wishes.verified) {
            return new Reach.Verified(new EmailAddress(wishes.verified as String))
        }
        wishes.claimed ? new Reach.Claimed(new EmailAddress(wishes.claimed as String)) : new Reach.Unknown()
    }
}
