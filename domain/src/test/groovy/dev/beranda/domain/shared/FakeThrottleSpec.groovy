package dev.beranda.domain.shared

import dev.beranda.domain.fixture.SettableClock

class FakeThrottleSpec extends ThrottleContract {

    SettableClock clock = new SettableClock()
    Throttle throttle = new FakeThrottle(clock)
}
