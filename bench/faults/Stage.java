import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;

/// Where a scenario plays: the packaged server, and a folder of its own.
record Stage(Path home, Path folder) {

    Server server() throws IOException {
        return new Server(home, folder, freePort());
    }

    Journal journal() throws IOException {
        return new Journal(folder.resolve("journal.txt"));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
