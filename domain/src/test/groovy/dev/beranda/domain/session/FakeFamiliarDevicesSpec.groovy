package dev.beranda.domain.session

import dev.beranda.domain.fixture.People
import dev.beranda.domain.user.User

class FakeFamiliarDevicesSpec extends FamiliarDevicesContract {

    FamiliarDevices devices = new FakeFamiliarDevices()
    User ayu = People.somebody()
    User budi = People.somebody()
}
