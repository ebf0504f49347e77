package dev.beranda.application.user

import dev.beranda.application.UseCaseSpecification
import dev.beranda.domain.shared.BasedOn
import dev.beranda.domain.shared.FakeTransactions
import dev.beranda.domain.user.Avatar
import dev.beranda.domain.user.Darkroom
import dev.beranda.domain.user.Darkroom.Development
import dev.beranda.domain.user.FakeAvatars
import dev.beranda.domain.user.Picture
import dev.beranda.domain.user.UserEvent
import dev.beranda.domain.user.UserId

class AvatarSpec extends UseCaseSpecification {

    static final PICTURE = new Picture(64, Picture.Format.PNG, [7] as byte[])

    Development development = new Development.Developed([PICTURE])
    def avatars = new FakeAvatars(users)
    def everything = new FakeTransactions(users, credentials, events, avatars)
    def darkroom = { byte[] sent -> development } as Darkroom
    def setAvatar = new SetAvatar(users, avatars, darkroom, events, everything, throttle, uuids, clock)
    def removeAvatar = new RemoveAvatar(users, avatars, events, everything, clock)
    def showAvatar = new ShowAvatar(avatars)
    def ayu = registered('ayu')

    def "somebody shows a picture, which gets a name of its own every time"() {
        when:
        def first = set()
        def second = set()

        then:
        first.account().profile().avatar() != second.account().profile().avatar()
        second.account().version() == ayu.version() + 2
        shown(first).empty
        shown(second).get().content() == PICTURE.content()
        events.all.count { it instanceof UserEvent.ProfileChanged } == 2
    }

    def "all else somebody told stays"() {
        expect:
        set().account().profile().showing(Avatar.NONE) == ayu.profile()
    }

    def "what cannot be developed changes nothing: #what"() {
        given:
        development = what

        expect:
        set().class == outcome
        users.find(ayu.id()).get() == ayu

        where:
        what                        || outcome
        new Development.NoPicture() || SetAvatar.Outcome.NoPicture
        new Development.TooLarge()  || SetAvatar.Outcome.TooLarge
        new Development.Broken()    || SetAvatar.Outcome.Broken
    }

    def "who decided on an old version is told, and shows what they showed"() {
        given:
        def before = set()

        expect:
        set(new BasedOn.OneOf([ayu.version()] as Set)) == new SetAvatar.Outcome.Stale()
        remove(new BasedOn.OneOf([ayu.version()] as Set)) == new RemoveAvatar.Outcome.Stale()
        shown(before).present
    }

    def "who shows nothing any more shows nothing, as often as they say so"() {
        given:
        def before = set()

        expect:
        2.times { assert remove() == new RemoveAvatar.Outcome.Removed() }
        shown(before).empty
        users.find(ayu.id()).get().profile().avatar() == Avatar.NONE
        users.find(ayu.id()).get().version() == before.account().version() + 1
    }

    def "who is gone shows nothing"() {
        expect:
        set(new BasedOn.Any(), new UserId(UUID.randomUUID())) == new SetAvatar.Outcome.Gone()
        removeAvatar.remove(new RemoveAvatar.Command(new UserId(UUID.randomUUID()), new BasedOn.Any())) == new RemoveAvatar.Outcome.Gone()
    }

    def "nobody keeps the darkroom busy"() {
        expect:
        (1..20).every { set() instanceof SetAvatar.Outcome.Shown }
        set() instanceof SetAvatar.Outcome.TooManyAttempts
    }

    private SetAvatar.Outcome set(BasedOn seen = new BasedOn.Any(), UserId who = ayu.id()) {
        setAvatar.set(new SetAvatar.Command(who, [1] as byte[], seen))
    }

    private RemoveAvatar.Outcome remove(BasedOn seen = new BasedOn.Any()) {
        removeAvatar.remove(new RemoveAvatar.Command(ayu.id(), seen))
    }

    private Optional<Picture> shown(SetAvatar.Outcome outcome) {
        showAvatar.show(new ShowAvatar.Query(outcome.account().profile().avatar(), 64))
    }
}
