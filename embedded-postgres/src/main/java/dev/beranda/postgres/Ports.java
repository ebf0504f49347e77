package dev.beranda.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/// Free ports of the loopback address.
final class Ports {

    private Ports() {}

    static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    static int anyFree() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }
}
