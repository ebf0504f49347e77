package dev.beranda.domain.user;

import dev.beranda.domain.shared.Flaw;
import dev.beranda.domain.shared.Parsed;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// The time zones people may choose: places, as `Asia/Jakarta`, for only places know their summer time; and UTC.
public final class TimeZones {

    private static final String UTC = "UTC";

    private TimeZones() {}

    public static Parsed<ZoneId> parse(String raw) {
        if (raw.equals(UTC)) {
            return Parsed.of(ZoneOffset.UTC);
        }
        return raw.contains("/") && ZoneId.getAvailableZoneIds().contains(raw)
                ? Parsed.of(ZoneId.of(raw))
                : Parsed.flawed(new Flaw("time_zone_unknown"));
    }

    /// Our own spelling back into a zone; anything else is a bug.
    public static ZoneId ofName(String name) {
        return name.equals(UTC) ? ZoneOffset.UTC : ZoneId.of(name);
    }

    public static String nameOf(ZoneId zone) {
        return zone.equals(ZoneOffset.UTC) ? UTC : zone.getId();
    }
}
