package dev.beranda.adapter.web.http;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import io.micronaut.core.convert.format.ReadableBytes;
import java.nio.file.Path;
import java.time.Duration;

/// How much patience and room one connection, and all of them together, are given.
///
/// @param head from the first byte of a request to the last of its head
/// @param bodySpell how often the pace of a body that takes longer than this is looked at
/// @param rate bytes per second a body must bring in each spell, and a reader must take
/// @param bodyGrace how long a body may come at that pace
/// @param bodyRate bytes per second it must have brought for all the time after that: what a slow line manages
/// @param body bytes of one body
/// @param picture the same where pictures are sent to
/// @param upload the same where those who write send what they write with
/// @param removal the same where those who look after the house bring another one
/// @param spool where that is put down while it comes
/// @param bodyMemory bytes of unfinished bodies kept for all connections together
/// @param uploadMemory the same for pictures
/// @param writeStall how long a reader may keep an answer waiting without taking its share
/// @param keepAlive how long a connection may stay silent between requests
/// @param linger how long a refused client is still listened to, so that it can read why
/// @param connections open at once from everywhere
/// @param connectionsPerNetwork open at once from one address or IPv6 network that is not a trusted proxy
@ConfigurationProperties("beranda.http")
record HttpLimits(
        @Bindable(defaultValue = "10s") Duration head,
        @Bindable(defaultValue = "10s") Duration bodySpell,
        @Bindable(defaultValue = "1024") long rate,
        @Bindable(defaultValue = "60s") Duration bodyGrace,
        @Bindable(defaultValue = "8192") long bodyRate,
        @ReadableBytes @Bindable(defaultValue = "1MB") long body,
        @ReadableBytes @Bindable(defaultValue = "5MB") long picture,
        @ReadableBytes @Bindable(defaultValue = "11MB") long upload,
        @ReadableBytes @Bindable(defaultValue = "256MB") long removal,

        @Bindable(defaultValue = "${java.io.tmpdir}/beranda-spool")
        Path spool,

        @ReadableBytes @Bindable(defaultValue = "32MB") long bodyMemory,
        @ReadableBytes @Bindable(defaultValue = "32MB") long uploadMemory,
        @Bindable(defaultValue = "30s") Duration writeStall,
        @Bindable(defaultValue = "60s") Duration keepAlive,
        @Bindable(defaultValue = "2s") Duration linger,
        @Bindable(defaultValue = "10000") int connections,
        @Bindable(defaultValue = "256") int connectionsPerNetwork) {

    /// On their way at once.
    private static final int MOST_REMOVALS = 2;

    /// A picture or two is what people send; of words nobody sends so many at once.
    private static final int SHARES_OF_PICTURES = 2;
    private static final int SHARES_OF_WORDS = 4;

    /// Bytes of one body.
    long most(Load load) {
        return switch (load) {
            case WORDS -> body;
            case PICTURE -> picture;
            case UPLOAD -> upload;
            case REMOVAL -> removal;
        };
    }

    /// Bytes of all bodies that share one room.
    long room(Load load) {
        return switch (load) {
            case WORDS -> bodyMemory;
            case PICTURE, UPLOAD -> uploadMemory;
            case REMOVAL -> MOST_REMOVALS * (removal + GatheredBody.BITE);
        };
    }

    /// Bytes of those that come from one network: a part of the room, but one body at least.
    long share(Load load) {
        return switch (load) {
            case WORDS -> Math.max(bodyMemory / SHARES_OF_WORDS, body);
            case PICTURE, UPLOAD -> Math.max(uploadMemory / SHARES_OF_PICTURES, Math.max(picture, upload));
            case REMOVAL -> removal + GatheredBody.BITE;
        };
    }

    long bodyShare() {
        return share(bodySpell);
    }

    long writeShare() {
        return share(writeStall);
    }

    private long share(Duration spell) {
        return rate * spell.toMillis() / 1000;
    }
}
