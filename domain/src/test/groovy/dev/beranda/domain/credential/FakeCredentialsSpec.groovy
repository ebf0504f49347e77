package dev.beranda.domain.credential

import dev.beranda.domain.fixture.People
import dev.beranda.domain.user.User

class FakeCredentialsSpec extends CredentialsContract {

    Credentials credentials = new FakeCredentials()
    User somebody = People.somebody()
}
