package dev.beranda.bootstrap.journey

import java.nio.file.Path
import java.security.KeyStore
import java.util.concurrent.TimeUnit
import javax.net.ssl.KeyManagerFactory
import javax.net.ssl.SSLContext
import javax.net.ssl.SSLSocket

/** A server that lets everybody in, tells how old it is, and nothing else; with keys, by a certificate nobody vouches for. */
class FormerPostgres implements AutoCloseable {

    private static final int SAFELY = 80877103
    private static final String PASSWORD = 'changeit'

    private final ServerSocket door = new ServerSocket(0, 5, InetAddress.loopbackAddress)
    private final String version
    private final SSLContext identity

    FormerPostgres(String version, Path keys = null) {
        this.version = version
        this.identity = keys ? identity(keys) : null
        Thread.ofVirtual().start { serve() }
    }

    int getPort() {
        door.localPort
    }

    @Override
    void close() {
        door.close()
    }

    private void serve() {
        try {
            while (true) {
                def guest = door.accept()
                Thread.ofVirtual().start { welcome(guest) }
            }
        } catch (SocketException closed) {
            assert door.closed
        }
    }

    private void welcome(Socket guest) {
        try {
            guest.withCloseable { converse(it) }
        } catch (IOException gone) {
            assert gone
        }
    }

    private void converse(Socket guest) {
        def input = new DataInputStream(guest.inputStream)
        def length = input.readInt()
        if (input.readInt() == SAFELY) {
            guest.outputStream.write((identity ? 'S' : 'N').bytes)
            if (identity) {
                def safe = identity.socketFactory.createSocket(guest, null, true) as SSLSocket
                safe.useClientMode = false
                safe.startHandshake()
                return
            }
            length = input.readInt()
            input.readInt()
        }
        input.readNBytes(length - 8)
        def output = new DataOutputStream(guest.outputStream)
        say(output, 'R', [0, 0, 0, 0] as byte[])
        [server_version: version, server_encoding: 'UTF8', client_encoding: 'UTF8', standard_conforming_strings: 'on', DateStyle: 'ISO, MDY',
         integer_datetimes: 'on', TimeZone: 'UTC'].each { name, value -> say(output, 'S', "$name\0$value\0".bytes) }
        say(output, 'Z', 'I'.bytes)
        answer(input, output)
    }

    /** Whatever is set is set. */
    private static void answer(DataInputStream input, DataOutputStream output) {
        for (int kind = input.read(); kind >= 0; kind = input.read()) {
            input.readNBytes(input.readInt() - 4)
            if (kind == (int) ('Q' as char)) {
                say(output, 'C', 'SET\0'.bytes)
                say(output, 'Z', 'I'.bytes)
            }
        }
    }

    private static void say(DataOutputStream output, String kind, byte[] words) {
        output.write(kind.bytes)
        output.writeInt(words.length + 4)
        output.write(words)
        output.flush()
    }

    private static SSLContext identity(Path file) {
        def keytool = Path.of(System.getProperty('java.home'), 'bin/keytool').toString()
        def making = new ProcessBuilder(keytool, '-genkeypair', '-alias', 'server', '-keyalg', 'EC', '-dname', 'CN=nobody', '-ext', 'san=ip:127.0.0.1',
                '-keystore', file.toString(), '-storepass', PASSWORD, '-storetype', 'PKCS12').redirectErrorStream(true).start()
        assert making.waitFor(30, TimeUnit.SECONDS) && making.exitValue() == 0
        def keys = KeyManagerFactory.getInstance(KeyManagerFactory.defaultAlgorithm)
        keys.init(file.toFile().withInputStream { input -> KeyStore.getInstance('PKCS12').with { load(input, PASSWORD.toCharArray()); it } }, PASSWORD.toCharArray())
        def context = SSLContext.getInstance('TLS')
        context.init(keys.keyManagers, null, null)
        context
    }
}
