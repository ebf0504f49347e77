package dev.beranda.adapter.persistence

import java.nio.charset.StandardCharsets

/// The wire between a node and its database, for tests to step on: it can refuse connections or fall silent, as a whole
/// or for those of one name.
class Line implements AutoCloseable {

    private static final String EVERYBODY = ''

    private final ServerSocket entrance = new ServerSocket(0, 50, InetAddress.loopbackAddress)
    private final String original
    private final InetSocketAddress server
    private final List<Connection> connections = [].asSynchronized()
    private volatile String refused
    private volatile String silenced

    private Line(String jdbcUrl) {
        original = jdbcUrl
        def address = URI.create(jdbcUrl - 'jdbc:')
        server = new InetSocketAddress(address.host, address.port)
    }

    static Line to(String jdbcUrl) {
        def line = new Line(jdbcUrl)
        Thread.startVirtualThread { line.accept() }
        line
    }

    String getUrl() {
        original.replace(server.hostString + ':' + server.port, 'localhost:' + entrance.localPort)
    }

    /// Ends these connections and lets no new ones in.
    void refuse(String name = EVERYBODY) {
        refused = name
        connections.findAll { it.isCalled(name) }*.close()
    }

    /// Passes nothing on any more and says nothing about it.
    void fallSilent(String name = EVERYBODY) {
        silenced = name
    }

    /// As if nothing had been.
    void admit() {
        refused = null
        silenced = null
    }

    @Override
    void close() {
        entrance.close()
        connections*.close()
    }

    private void accept() {
        while (!entrance.closed) {
            try {
                def client = entrance.accept()
                Thread.startVirtualThread { serve(client) }
            } catch (SocketException closed) {
                return
            }
        }
    }

    private void serve(Socket client) {
        def greeting = greeting(new DataInputStream(client.inputStream))
        def connection = new Connection(greeting, client, new Socket(server.address, server.port))
        connections << connection
        if (refused != null && connection.isCalled(refused)) {
            connection.close()
            return
        }
        Thread.startVirtualThread { connection.pass(client, connection.upstream) }
        Thread.startVirtualThread { connection.pass(connection.upstream, client) }
        connection.upstream.outputStream.write(greeting)
    }

    /// The first message of the protocol, which says how the connection is called.
    private static byte[] greeting(DataInputStream input) {
        def bytes = new ByteArrayOutputStream()
        int length = input.readInt()
        new DataOutputStream(bytes).writeInt(length)
        bytes.write(input.readNBytes(length - Integer.BYTES))
        bytes.toByteArray()
    }

    private class Connection {

        final String greeting
        final Socket client
        final Socket upstream

        Connection(byte[] greeting, Socket client, Socket upstream) {
            this.greeting = new String(greeting, StandardCharsets.ISO_8859_1)
            this.client = client
            this.upstream = upstream
        }

        boolean isCalled(String name) {
            name.empty || greeting.contains("application_name\0${name}\0")
        }

        void pass(Socket from, Socket to) {
            try {
                def buffer = new byte[8192]
                for (int read = from.inputStream.read(buffer); read >= 0; read = from.inputStream.read(buffer)) {
                    while (silenced != null && isCalled(silenced)) {
                        sleep(5)
                    }
                    to.outputStream.write(buffer, 0, read)
                }
            } catch (IOException over) {
                // whoever closed it knows why
            } finally {
                close()
            }
        }

        void close() {
            client.close()
            upstream.close()
        }
    }
}
