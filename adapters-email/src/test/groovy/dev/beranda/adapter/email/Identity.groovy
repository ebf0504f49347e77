package dev.beranda.adapter.email

import java.nio.file.Files
import java.nio.file.Path
import java.security.KeyStore
import javax.net.ssl.KeyManagerFactory
import javax.net.ssl.SSLContext
import javax.net.ssl.SSLSocketFactory
import javax.net.ssl.TrustManagerFactory

/// A server's key with a certificate nobody but the test vouches for.
final class Identity {

    private static final String PASSWORD = 'changeit'

    private final KeyStore keys

    /// @param names as in a certificate: `dns:localhost`
    Identity(Path folder, String names) {
        def file = Files.createTempDirectory(folder, 'identity').resolve('keys.p12')
        def keytool = Path.of(System.getProperty('java.home'), 'bin', 'keytool')
        def making = [
            keytool, '-genkeypair', '-alias', 'server', '-keyalg', 'EC', '-dname', 'CN=test', '-ext', "san=$names",
            '-keystore', file, '-storetype', 'PKCS12', '-storepass', PASSWORD,
        ]*.toString().execute()
        assert making.waitFor() == 0 : making.text
        keys = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray())
    }

    SSLSocketFactory getServer() {
        def managers = KeyManagerFactory.getInstance(KeyManagerFactory.defaultAlgorithm)
        managers.init(keys, PASSWORD.toCharArray())
        context(managers.keyManagers, null)
    }

    SSLSocketFactory getClient() {
        def certificates = KeyStore.getInstance('PKCS12')
        certificates.load(null, null)
        certificates.setCertificateEntry('server', keys.getCertificate('server'))
        def managers = TrustManagerFactory.getInstance(TrustManagerFactory.defaultAlgorithm)
        managers.init(certificates)
        context(null, managers.trustManagers)
    }

    private static SSLSocketFactory context(keyManagers, trustManagers) {
        SSLContext.getInstance('TLS').with {
            init(keyManagers, trustManagers, null)
            socketFactory
        }
    }
}
