package dev.beranda.domain.user

import dev.beranda.domain.fixture.People
import spock.lang.Specification

abstract class AvatarsContract extends Specification {

    static final FIRST = new Avatar('019d0000-0000-7000-8000-00000000000a')
    static final SECOND = new Avatar('019d0000-0000-7000-8000-00000000000b')

    abstract Avatars getAvatars()

    abstract Users getUsers()

    def ayu = People.somebody()

    def setup() {
        users.add(ayu)
    }

    def "what somebody shows is found in every width, and in no other"() {
        given:
        show(FIRST, 1)

        expect:
        with(avatars.find(FIRST, 64).get()) {
            width() == 64
            format() == Picture.Format.JPEG
            content() == [1, 64] as byte[]
        }
        with(avatars.find(FIRST, 128).get()) {
            format() == Picture.Format.PNG
            content() == [1, 128] as byte[]
        }
        avatars.find(FIRST, 256).empty
        avatars.find(SECOND, 64).empty
        avatars.find(Avatar.NONE, 64).empty
    }

    def "another takes the place of the first"() {
        given:
        show(FIRST, 1)
        show(SECOND, 2)

        expect:
        avatars.find(FIRST, 64).empty
        avatars.find(SECOND, 64).get().content() == [2, 64] as byte[]
    }

    def "what is dropped is gone"() {
        given:
        show(FIRST, 1)
        avatars.drop(ayu.id())

        expect:
        avatars.find(FIRST, 64).empty
    }

    def "nobody sees the picture of who was shut out or is leaving: #what"() {
        given:
        show(FIRST, 1)
        users.save(change(users.find(ayu.id()).get()).user())

        expect:
        avatars.find(FIRST, 64).empty

        where:
        what       | change
        'shut out' | { it.disable(People.newId(), People.NOW) }
        'leaving'  | { it.leave(People.NOW, People.newId(), People.NOW) }
    }

    private void show(Avatar avatar, int mark) {
        def user = users.find(ayu.id()).get()
        users.save(user.tell(user.profile().showing(avatar), People.NOW).user())
        avatars.keep(ayu.id(), avatar, [
                new Picture(64, Picture.Format.JPEG, [mark, 64] as byte[]),
                new Picture(128, Picture.Format.PNG, [mark, 128] as byte[])])
    }
}
