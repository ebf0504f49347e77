package dev.beranda.adapter.security.token;

import dev.beranda.domain.identity.Errand;
import dev.beranda.domain.identity.Errand.Aim;
import dev.beranda.domain.identity.ErrandId;
import dev.beranda.domain.identity.Provider;
import dev.beranda.domain.identity.ReturnAddress;
import dev.beranda.domain.session.SessionId;
import dev.beranda.domain.user.UserId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.UUID;

/// An errand in as few bytes as will do, for it stands in an address.
final class WrittenErrand {

    private static final byte COME_IN = 1;
    private static final byte LINK = 2;

    private WrittenErrand() {}

    static byte[] write(Errand errand) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            write(errand.id().value(), out);
            out.writeUTF(errand.provider().name());
            out.writeUTF(errand.returnTo().value());
            out.writeUTF(errand.challenge());
            out.writeLong(errand.begunAt().getEpochSecond());
            write(errand.aim(), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static Errand read(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            var id = new ErrandId(readId(in));
            var provider = new Provider(in.readUTF());
            var returnTo = new ReturnAddress(in.readUTF());
            String challenge = in.readUTF();
            var begunAt = Instant.ofEpochSecond(in.readLong());
            return new Errand(id, provider, readAim(in), returnTo, challenge, begunAt);
        } catch (IOException | IllegalArgumentException _) {
            throw new Malformed("not an errand as we write it");
        }
    }

    private static void write(Aim aim, DataOutputStream out) throws IOException {
        switch (aim) {
            case Aim.ComeIn() -> out.writeByte(COME_IN);
            case Aim.Link(var user, var session) -> {
                out.writeByte(LINK);
                write(user.value(), out);
                write(session.value(), out);
            }
        }
    }

    private static Aim readAim(DataInputStream in) throws IOException {
        return switch (in.readByte()) {
            case COME_IN -> new Aim.ComeIn();
            case LINK -> new Aim.Link(new UserId(readId(in)), new SessionId(readId(in)));
            default -> throw new Malformed("no such aim");
        };
    }

    private static void write(UUID id, DataOutputStream out) throws IOException {
        out.writeLong(id.getMostSignificantBits());
        out.writeLong(id.getLeastSignificantBits());
    }

    private static UUID readId(DataInputStream in) throws IOException {
        return new UUID(in.readLong(), in.readLong());
    }
}
