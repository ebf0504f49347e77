package dev.beranda.adapter.web.http;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.Optional;

/// Takes in one body after another, piece by piece: no larger than it may be, not slower, and only while there is room.
final class Intake {

    private final GatheredBody body;
    private final Pace pace;

    Intake(GatheredBody body, Pace pace) {
        this.body = body;
        this.pace = pace;
    }

    GatheredBody body() {
        return body;
    }

    void begin(long now) {
        pace.begin(now);
    }

    /// Takes the piece in, unless it is all there is.
    Optional<Refusal> take(HttpContent piece) {
        if (piece.decoderResult().isFailure()) {
            return Optional.of(Refusal.BAD_REQUEST);
        }
        ByteBuf content = piece.content();
        if (!body.hasSpaceFor(content)) {
            return Optional.of(Refusal.PAYLOAD_TOO_LARGE);
        }
        return isWhole(piece) ? Optional.empty() : body.add(content);
    }

    /// All of it, where this was the last piece.
    LastHttpContent whole(LastHttpContent last) {
        return isWhole(last) ? last.retain() : new DefaultLastHttpContent(body.release());
    }

    private boolean isWhole(HttpContent piece) {
        return piece instanceof LastHttpContent && body.isEmpty();
    }

    long due() {
        return pace.due(body.size());
    }

    boolean isTooSlow(long now) {
        return pace.isTooSlow(now, body.size());
    }

    void forget() {
        body.forget();
    }
}
