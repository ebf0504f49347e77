package dev.beranda.postgres;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// What PostgreSQL notes down of its own state, in `global/pg_control`: when it is gone, there is nobody else to ask.
final class ControlFile {

    /// Behind the number of the system and those of two formats; ahead of everything that ever changed.
    private static final int STATE = 16;

    private static final int SHUT_DOWN = 1;

    private ControlFile() {}

    /// Whether the last server ended because it was asked to, with everything written down. One that was killed or gave
    /// up had no time to say so, and neither had one that was told to end immediately.
    static boolean saysShutDown(Path cluster) throws IOException {
        var head = ByteBuffer.allocate(STATE + Integer.BYTES).order(ByteOrder.nativeOrder());
        try (var channel = FileChannel.open(cluster.resolve("global/pg_control"), StandardOpenOption.READ)) {
            while (head.hasRemaining() && channel.read(head) >= 0) {
                // A file may be read in pieces.
            }
        }
        return !head.hasRemaining() && head.getInt(STATE) == SHUT_DOWN;
    }
}
