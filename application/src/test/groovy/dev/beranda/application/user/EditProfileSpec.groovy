package dev.beranda.application.user

import dev.beranda.application.UseCaseSpecification
import dev.beranda.domain.shared.BasedOn
import dev.beranda.domain.shared.Language
import dev.beranda.domain.user.Bio
import dev.beranda.domain.user.DisplayName
import dev.beranda.domain.user.Location
import dev.beranda.domain.user.UserEvent
import dev.beranda.domain.user.UserId
import dev.beranda.domain.user.Website
import java.time.ZoneId

class EditProfileSpec extends UseCaseSpecification {

    def editProfile = new EditProfile(users, events, transactions, clock)
    def ayu = registered('ayu')

    def "what is mentioned changes, all else stays"() {
        when:
        def first = edit(wishes(bio: new Bio('Reads.'), location: new Location('Bandung')))
        def second = edit(wishes(displayName: new DisplayName('Ayu L.'), language: Language.INDONESIAN, timeZone: ZoneId.of('Asia/Jakarta'), signInAlerts: false))

        then:
        first instanceof EditProfile.Outcome.Edited
        with(second.account().profile()) {
            displayName().value() == 'Ayu L.'
            bio().value() == 'Reads.'
            website() == Website.NONE
            location().value() == 'Bandung'
            language() == Language.INDONESIAN
            timeZone() == ZoneId.of('Asia/Jakarta')
            !signInAlerts()
        }
        second.account().version() == users.find(ayu.id()).get().version()
        events.all.count { it instanceof UserEvent.ProfileChanged } == 2
    }

    def "to say the same again is no change"() {
        given:
        def before = users.find(ayu.id()).get()

        expect:
        edit(wishes(displayName: before.displayName())).account() == AccountView.of(before)
        users.find(ayu.id()).get() == before
        !events.all.any { it instanceof UserEvent.ProfileChanged }
    }

    def "who saw an older version is told, and changes nothing"() {
        given:
        def seen = users.find(ayu.id()).get().version()
        edit(wishes(bio: new Bio('Somebody was here.')))

        expect:
        edit(wishes(bio: new Bio('Lost')), new BasedOn.OneOf([seen] as Set)) == new EditProfile.Outcome.Stale()
        users.find(ayu.id()).get().profile().bio().value() == 'Somebody was here.'
    }

    def "who is gone has nothing to change"() {
        expect:
        edit(wishes(bio: new Bio('x')), new BasedOn.Any(), new UserId(UUID.randomUUID())) == new EditProfile.Outcome.Gone()
    }

    private EditProfile.Outcome edit(EditProfile.Wishes wishes, BasedOn seen = new BasedOn.Any(), UserId who = ayu.id()) {
        editProfile.edit(new EditProfile.Command(who, wishes, seen))
    }

    private static EditProfile.Wishes wishes(Map<String, ?> wishes) {
        new EditProfile.Wishes(
                wishes.displayName as DisplayName,
                wishes.bio as Bio,
                wishes.website as Website,
                wishes.location as Location,
                wishes.language as Language,
                wishes.timeZone as ZoneId,
                wishes.signInAlerts as Boolean)
    }
}
