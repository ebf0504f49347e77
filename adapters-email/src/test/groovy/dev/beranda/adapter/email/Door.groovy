package dev.beranda.adapter.email

import java.nio.charset.StandardCharsets
import java.util.concurrent.CopyOnWriteArrayList
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit
import javax.net.ssl.SSLSocket
import javax.net.ssl.SSLSocketFactory

/// A door before a mail server that speaks plainly: it encrypts at once or when asked to, refuses some commands, stays
/// silent at others, may slam shut once it has a letter, and remembers what it heard.
final class Door implements Closeable {

    private static final int LONG_ENOUGH = 30

    final List<String> heard = new CopyOnWriteArrayList<>()

    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getByName('127.0.0.1'))
    private final CountDownLatch end = new CountDownLatch(1)
    private final int behind
    private final SSLSocketFactory identity
    private final boolean encryptsAtOnce
    private final boolean offersStartTls
    private final Map<String, String> refusals
    private final String silentAt
    private final boolean slams

    Door(Map<String, ?> manner, int behind) {
        this.behind = behind
        identity = manner.identity as SSLSocketFactory
        encryptsAtOnce = manner.encryptsAtOnce as boolean
        offersStartTls = manner.offersStartTls as boolean
        refusals = (manner.refusals ?: [:]) as Map<String, String>
        silentAt = manner.silentAt
        slams = manner.slams as boolean
        Thread.ofVirtual().start { open() }
    }

    int getPort() {
        socket.localPort
    }

    List<String> getVerbs() {
        heard.collect { verb(it) }
    }

    @Override
    void close() {
        end.countDown()
        socket.close()
    }

    private void open() {
        try {
            while (true) {
                def client = socket.accept()
                Thread.ofVirtual().start { receive(client) }
            }
        } catch (SocketException ignored) {
            // closed
        }
    }

    private void receive(Socket client) {
        try (client; def server = new Socket('127.0.0.1', behind)) {
            def inside = new Line(server)
            staySilentAt('HANDSHAKE')
            def outside = new Line(encryptsAtOnce ? encrypted(client) : client)
            staySilentAt('GREETING')
            outside.say(inside.answer())
            client.setSoLinger(slams, 0)
            boolean open = !encryptsAtOnce
            String command
            while ((command = outside.hear()) != null) {
                heard << command
                staySilentAt(verb(command))
                if (refusals[verb(command)]) {
                    outside.say([refusals[verb(command)]])
                } else if (verb(command) == 'STARTTLS') {
                    outside.say(['220 go ahead'])
                    outside = new Line(encrypted(client))
                    open = false
                } else {
                    converse(outside, inside, command, open && offersStartTls)
                }
            }
        } catch (IOException ignored) {
            // somebody had enough
        }
    }

    private void converse(Line outside, Line inside, String command, boolean offer) {
        inside.say([command])
        def answer = inside.answer()
        if (verb(command) == 'EHLO' && offer) {
            answer = ['250-' + answer.first().substring(4), '250-STARTTLS'] + (answer.tail() ?: ['250 HELP'])
        }
        outside.say(answer)
        if (answer.first().startsWith('354')) {
            String line
            while ((line = outside.hear()) != '.') {
                inside.say([line])
            }
            staySilentAt('.')
            inside.say(['.'])
            outside.say(inside.answer())
            if (slams) {
                throw new SocketException('slammed')
            }
        }
    }

    private void staySilentAt(String moment) {
        if (silentAt == moment) {
            end.await(LONG_ENOUGH, TimeUnit.SECONDS)
            throw new SocketException('nobody waits for so long')
        }
    }

    private Socket encrypted(Socket plain) {
        def socket = identity.createSocket(plain, null, plain.port, true) as SSLSocket
        socket.useClientMode = false
        socket.startHandshake()
        socket
    }

    private static String verb(String command) {
        command.split(' ').first().toUpperCase()
    }

    private static final class Line {

        private final BufferedReader reader
        private final OutputStream writer

        Line(Socket socket) {
            socket.tcpNoDelay = true
            reader = new BufferedReader(new InputStreamReader(socket.inputStream, StandardCharsets.ISO_8859_1))
            writer = socket.outputStream
        }

        String hear() {
            reader.readLine()
        }

        List<String> answer() {
            def lines = [hear()]
            while (lines.last()?.charAt(3) == '-' as char) {
                lines << hear()
            }
            if (lines.last() == null) {
                throw new EOFException()
            }
            lines
        }

        void say(List<String> lines) {
            writer.write(lines.collect { it + '\r\n' }.join('').getBytes(StandardCharsets.ISO_8859_1))
            writer.flush()
        }
    }
}
