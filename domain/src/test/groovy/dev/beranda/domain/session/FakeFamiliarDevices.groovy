package dev.beranda.domain.session

import dev.beranda.domain.session.FamiliarDevices.Recognition
import dev.beranda.domain.shared.Restorable
import dev.beranda.domain.user.UserId
import java.time.Instant

class FakeFamiliarDevices implements FamiliarDevices, Restorable {

    private Map<List, Instant> firstSeen = [:]

    @Override
    synchronized Recognition recognise(UserId user, String device, String surroundings, Instant now) {
        if (firstSeen.containsKey([user, device, surroundings])) {
            return Recognition.KNOWN
        }
        def recognition = firstSeen.keySet().any { it[0] == user } ? Recognition.STRANGE : Recognition.FIRST
        firstSeen += [([user, device, surroundings]): now]
        recognition
    }

    @Override
    synchronized void forgetSince(UserId user, Instant moment) {
        firstSeen = firstSeen.findAll { it.key[0] != user || it.value < moment }
    }

    @Override
    synchronized Runnable presentState() {
        def present = firstSeen
        return { firstSeen = present }
    }
}
