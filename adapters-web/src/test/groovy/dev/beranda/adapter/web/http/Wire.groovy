package dev.beranda.adapter.web.http

import java.nio.charset.StandardCharsets

/** A client that says exactly what it is told to, byte by byte, and reports exactly what it hears. */
class Wire implements Closeable {

    final Socket socket

    /** @param from the address to speak from, of those that are this machine's */
    Wire(int port, Integer receiveBuffer = null, String from = null) {
        socket = new Socket()
        if (receiveBuffer) {
            socket.receiveBufferSize = receiveBuffer
        }
        socket.soTimeout = 10_000
        socket.tcpNoDelay = true
        if (from) {
            socket.bind(new InetSocketAddress(from, 0))
        }
        socket.connect(new InetSocketAddress('127.0.0.1', port), 5_000)
    }

    /** Sends Latin-1, so that every byte can be written down as a character. */
    Wire send(String text) {
        send(text.getBytes(StandardCharsets.ISO_8859_1))
    }

    Wire send(byte[] bytes) {
        socket.outputStream.write(bytes)
        socket.outputStream.flush()
        this
    }

    /** Sends although the other side may have hung up already. */
    Wire trySend(byte[] bytes) {
        try {
            send(bytes)
        } catch (IOException ignored) {
        }
        this
    }

    Answer get(String target, Map<String, ?> fields = [:]) {
        ask("GET $target HTTP/1.1\r\nHost: a\r\n", fields)
    }

    Answer ask(String start, Map<String, ?> fields = [:]) {
        send(start + fields.collectMany { name, values -> [values].flatten().collect { "$name: $it\r\n" } }.join('') + '\r\n')
        answer()
    }

    /** The next answer, or null when the connection ends before one. */
    Answer answer(boolean toHead = false) {
        String status = line()
        if (status == null) {
            return null
        }
        List<List<String>> fields = []
        for (String line = line(); line; line = this.line()) {
            fields << [line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT), line.substring(line.indexOf(':') + 1).strip()]
        }
        Answer answer = new Answer(status: status.split(' ')[1] as int, fields: fields)
        if (!toHead && answer.status >= 200 && answer['content-length']) {
            answer.body = new String(socket.inputStream.readNBytes(answer['content-length'] as int), StandardCharsets.UTF_8)
        }
        answer
    }

    private String line() {
        ByteArrayOutputStream line = new ByteArrayOutputStream()
        for (int b = read(); b != -1; b = read()) {
            if (b == '\n' as char) {
                return line.toString(StandardCharsets.ISO_8859_1).replaceAll(/\r$/, '')
            }
            line.write(b)
        }
        null
    }

    private int read() {
        try {
            return socket.inputStream.read()
        } catch (SocketException ignored) {
            return -1
        }
    }

    /** Whether the other side ends the connection within the time; whatever it still says is not looked at. */
    boolean isClosedWithin(int millis) {
        socket.soTimeout = 50
        long end = System.nanoTime() + millis * 1_000_000L
        byte[] rest = new byte[65536]
        while (System.nanoTime() < end) {
            try {
                if (socket.inputStream.read(rest) == -1) {
                    return true
                }
            } catch (SocketTimeoutException ignored) {
            } catch (IOException ignored) {
                return true
            }
        }
        false
    }

    @Override
    void close() {
        socket.close()
    }

    /** Hangs up in the middle of everything. */
    void reset() {
        socket.setSoLinger(true, 0)
        socket.close()
    }

    static class Answer {
        int status
        List<List<String>> fields
        String body = ''

        String getAt(String name) {
            all(name)[0]
        }

        List<String> all(String name) {
            fields.findAll { it[0] == name }.collect { it[1] }
        }

        /** Whether this is the whole of a problem document with this code, and carries what every answer does. */
        boolean isProblem(int expected, String code) {
            String id = this['x-request-id']
            assert status == expected
            assert this['content-type'] == 'application/problem+json'
            assert this['x-content-type-options'] == 'nosniff'
            assert this['cache-control'] == 'no-store'
            assert this['date']
            assert id
            assert body ==~ /\{"type":"urn:beranda:problem:$code","title":"[^"]+","status":$expected,"detail":"[^"]+","code":"$code","request_id":"$id"\}/
            true
        }

        String toString() {
            "$status $fields $body"
        }
    }
}
