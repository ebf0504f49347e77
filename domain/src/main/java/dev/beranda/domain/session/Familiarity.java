package dev.beranda.domain.session;

import dev.beranda.domain.session.FamiliarDevices.Recognition;
import dev.beranda.domain.shared.Place;
import dev.beranda.domain.shared.Places;
import dev.beranda.domain.user.UserId;
import java.time.Instant;

/// Tells whether somebody comes in as they do, or in a way that is worth a word to them.
///
/// A device that is moved about in one country is the same, where countries are known; else within what one provider
/// keeps together. What it is called counts for nothing, or who makes up names would never be known, nor end.
public final class Familiarity {

    private final FamiliarDevices devices;
    private final Places places;

    public Familiarity(FamiliarDevices devices, Places places) {
        this.devices = devices;
        this.places = places;
    }

    boolean isStrange(UserId user, Device device, Instant now) {
        return devices.recognise(user, device.kind(), surroundings(device), now) == Recognition.STRANGE;
    }

    private String surroundings(Device device) {
        return places.of(device.address())
                .map(Place::country)
                .orElseGet(() -> device.address().neighbourhood());
    }
}
