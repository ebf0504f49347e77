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
/// @param body bytes of one body
/// @param picture the same where pictures are sent to
/// @param upload the same where those who write send what they write with
/// @param removal the same where those who look after the house bring another one
/// @param spool where that is put down while it comes
/// @param bodyMemory bytes of unfinished bodies kept for all connections together
/// @param uploadMemory the same for those of who write
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
