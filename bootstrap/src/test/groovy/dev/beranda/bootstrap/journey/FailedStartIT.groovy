package dev.beranda.bootstrap.journey

import com.icegreen.greenmail.util.GreenMail
import com.icegreen.greenmail.util.ServerSetup
import com.sun.net.httpserver.HttpServer
import dev.beranda.bootstrap.Beranda
import dev.beranda.bootstrap.House
import dev.beranda.bootstrap.settings.Settings
import dev.beranda.bootstrap.settings.SettingsException
import dev.beranda.postgres.Login
import dev.beranda.postgres.TestDatabase
import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.TimeUnit
import org.jooq.impl.DSL
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** What is wrong with a setting and is only found out by using it stops the start in one line that names it. */
class FailedStartIT extends Specification {

    static final SECRET_KEY = Base64.encoder.encodeToString((0..31).collect { (byte) (it * 37 + 11 ^ it << 3) } as byte[])
    static final NOWHERE = 'nowhere.invalid'
    static final CANARY = 'canary-of-nobody'

    @TempDir
    Path folder

    @Shared
    @AutoCleanup
    TestDatabase database = TestDatabase.fresh()

    @AutoCleanup
    ServerSocket taken = new ServerSocket(0, 1, InetAddress.loopbackAddress)

    HttpServer store = HttpServer.create(new InetSocketAddress(InetAddress.loopbackAddress, 0), 0)

    @AutoCleanup('stop')
    GreenMail mail = new GreenMail(new ServerSetup(0, '127.0.0.1', ServerSetup.PROTOCOL_SMTP))

    House house

    def cleanup() {
        house?.close()
        store.stop(0)
    }

    def "a database that cannot be had: #what"() {
        when:
        open(settings.call(this) as Map)

        then:
        def refusal = thrown(SettingsException)
        refusal.message.startsWith("$names: ")
        refusal.message.contains(says)
        refusal.message.readLines().size() == 1
        !refusal.message.contains(CANARY)

        where:
        what                            | settings                                                                        || names                            | says
        'a host nobody knows'           | { [BERANDA_DATABASE_URL: "postgresql://a:$CANARY@$NOWHERE/b"] }                  || 'BERANDA_DATABASE_URL'           | "there is no host $NOWHERE"
        'a host with an underscore'     | { [BERANDA_DATABASE_URL: "postgresql://a:$CANARY@my_db.invalid:5432/b"] }        || 'BERANDA_DATABASE_URL'           | 'there is no host my_db.invalid'
        'a port where nobody listens'   | { [BERANDA_DATABASE_URL: "postgresql://a:$CANARY@127.0.0.1:${closedPort()}/b"] } || 'BERANDA_DATABASE_URL'           | 'nobody answers at 127.0.0.1:'
        'a wrong password'              | { it.urls(it.runtime, CANARY, it.owner.password()) }                             || 'BERANDA_DATABASE_URL'           | 'password authentication failed for user "beranda_runtime"'
        'a wrong password of the owner' | { it.urls(it.runtime, it.runtime.password(), CANARY) }                           || 'BERANDA_DATABASE_MIGRATION_URL' | 'password authentication failed for user "beranda_owner"'
        'a database that is not there'  | { [BERANDA_DATABASE_URL: it.url(it.owner) + '_not'] }                            || 'BERANDA_DATABASE_URL'           | 'does not exist'
        'a user without rights'         | { [BERANDA_DATABASE_URL: it.url(it.role('powerless', CANARY, ''))] }             || 'BERANDA_DATABASE_URL'           | 'permission denied'
        'an option without a meaning'   | { [BERANDA_DATABASE_URL: it.url(it.owner) + '?sslmode=perhaps'] }                || 'BERANDA_DATABASE_URL'           | 'perhaps'
        'a server without certificate'  | { [BERANDA_DATABASE_URL: it.url(it.owner) + '?sslmode=verify-full'] }            || 'BERANDA_DATABASE_URL'           | 'SSL'
    }

    def "a database that is too old"() {
        given:
        def old = new FormerPostgres('12.22')

        when:
        open(BERANDA_DATABASE_URL: "postgresql://a:$CANARY@127.0.0.1:$old.port/b")

        then:
        def refusal = thrown(SettingsException)
        refusal.message == 'BERANDA_DATABASE_URL: PostgreSQL 12.22 is too old; 15 or newer is needed'

        cleanup:
        old?.close()
    }

    def "a database whose certificate nobody vouches for"() {
        given:
        def server = new FormerPostgres('18.0', folder.resolve('keys'))

        when:
        open(BERANDA_DATABASE_URL: "postgresql://a:$CANARY@127.0.0.1:$server.port/b?sslmode=verify-full&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory")

        then:
        def refusal = thrown(SettingsException)
        refusal.message.startsWith("BERANDA_DATABASE_URL: no safe connection to 127.0.0.1:$server.port: ")
        refusal.message.contains('certification path')

        cleanup:
        server?.close()
    }

    def "passwords are taken as they stand, whatever a framework would read in them"() {
        given:
        def odd = role('odd', 'pass${HOME}#{1 + 1}${nothing}word$', 'superuser')

        when:
        open(BERANDA_DATABASE_URL: url(odd))

        then:
        house.application().getProperty('datasources.default.password', String).get() == odd.password()
    }

    def "a folder that cannot be written to: #what"() {
        given:
        Files.writeString(folder.resolve('file'), 'no folder')
        Files.writeString(folder.resolve('secret.key'), CANARY)

        when:
        open(BERANDA_DATA_DIR: place.call(folder) as String, BERANDA_SECRET_KEY: key)

        then:
        def refusal = thrown(SettingsException)
        refusal.message.startsWith('BERANDA_DATA_DIR: ')
        refusal.message.readLines().size() == 1
        !refusal.message.contains(CANARY)

        where:
        what                    | place                             | key
        'a file'                | { it.resolve('file') }            | SECRET_KEY
        'below a file'          | { it.resolve('file/below') }      | SECRET_KEY
        'nothing can be there'  | { '/proc/beranda' }               | SECRET_KEY
        'its secret is no good' | { it }                            | ''
    }

    def "a place where we cannot listen: #what"() {
        when:
        open(settings.call(this) as Map)

        then:
        def refusal = thrown(SettingsException)
        refusal.message == says.call(this) as String

        where:
        what                       | settings                                               || says
        'a port that is taken'     | { [BERANDA_HTTP_PORT: "$it.taken.localPort"] }         || { "BERANDA_HTTP_PORT: somebody listens at port $it.taken.localPort already" }
        'a host nobody knows'      | { [BERANDA_HTTP_HOST: NOWHERE] }                       || { "BERANDA_HTTP_HOST: there is no host $NOWHERE" }
        'another machine'          | { [BERANDA_HTTP_HOST: '192.0.2.1'] }                   || { 'BERANDA_HTTP_HOST: 192.0.2.1 is no address of this machine' }
    }

    def "a mail server that will take nothing: #what"() {
        given:
        mail.start()
        mail.setUser('ana@beranda.test', 'ana', 'the right one')

        when:
        open(BERANDA_SMTP_URL: address.call(mail.smtp.port) as String)

        then:
        def refusal = thrown(SettingsException)
        refusal.message == "BERANDA_SMTP_URL: $says"

        where:
        what                   | address                                                   || says
        'a wrong password'     | { "smtp://ana:$CANARY@127.0.0.1:$it" }                    || 'the mail server refuses the user or the password'
        'a host nobody knows'  | { "smtp://ana:$CANARY@$NOWHERE:$it?starttls=off" }        || "there is no host $NOWHERE"
        'none that is safe'    | { "smtp://127.0.0.1:$it?starttls=required" }              || '127.0.0.1 offers no STARTTLS'
    }

    def "a mail server that is away holds nobody up, nor does one that knows us: #what"() {
        given:
        mail.start()
        mail.setUser('ana@beranda.test', 'ana', 'right')

        when:
        open(BERANDA_SMTP_URL: address.call(mail.smtp.port) as String)

        then:
        noExceptionThrown()

        where:
        what     | address
        'away'   | { "smtp://127.0.0.1:${closedPort()}" }
        'there'  | { "smtp://ana:right@127.0.0.1:$it" }
    }

    def "a store that will take nothing: #code"() {
        given:
        answer(status, body)

        when:
        open(bucket(store.address.port))

        then:
        def refusal = thrown(SettingsException)
        refusal.message.startsWith("BERANDA_MEDIA_S3_$names: ")
        !refusal.message.contains(CANARY)

        where:
        status | code                           || names
        404    | 'NoSuchBucket'                 || 'BUCKET'
        403    | 'AccessDenied'                 || 'BUCKET'
        403    | 'InvalidAccessKeyId'           || 'ACCESS_KEY'
        403    | 'SignatureDoesNotMatch'        || 'SECRET_KEY'
        400    | 'AuthorizationHeaderMalformed' || 'REGION'
        301    | 'PermanentRedirect'            || 'REGION'
        404    | ''                             || 'ENDPOINT'
        200    | ''                             || 'ENDPOINT'
        body = code ? "<Error><Code>$code</Code></Error>" : '<html>Hello</html>'
    }

    def "a store nobody knows the host of"() {
        when:
        open(bucket(80) + [BERANDA_MEDIA_S3_ENDPOINT: "http://$NOWHERE"])

        then:
        def refusal = thrown(SettingsException)
        refusal.message == "BERANDA_MEDIA_S3_ENDPOINT: there is no host $NOWHERE"
    }

    def "a store that is away holds nobody up, nor does one that knows us: #status"() {
        given:
        answer(status, '<ListBucketResult></ListBucketResult>')

        when:
        open(bucket(away ? closedPort() : store.address.port))

        then:
        noExceptionThrown()

        where:
        status | away
        200    | false
        503    | false
        200    | true
    }

    def "the process ends with one line to who started it, and takes its database along"() {
        given:
        def output = folder.resolve('output').toFile()
        def data = folder.resolve('data')
        def builder = new ProcessBuilder(Path.of(System.getProperty('java.home'), 'bin/java').toString(),
                '-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '--enable-native-access=ALL-UNNAMED', '--sun-misc-unsafe-memory-access=allow',
                '-cp', System.getProperty('java.class.path'), Beranda.name)
        builder.environment().keySet().removeIf { it.startsWith('BERANDA_') }
        builder.environment().putAll([BERANDA_DATA_DIR: "$data".toString(), BERANDA_HTTP_PORT: "$taken.localPort".toString(), BERANDA_LOG_LEVEL: 'warn'])

        when:
        def process = builder.redirectErrorStream(true).redirectOutput(output).start()

        then:
        process.waitFor(90, TimeUnit.SECONDS)
        process.exitValue() == 1
        output.readLines().findAll { !it.startsWith('{') } == ["beranda: BERANDA_HTTP_PORT: somebody listens at port $taken.localPort already".toString()]
        Files.exists(data.resolve('postgres/cluster/PG_VERSION'))
        !Files.exists(data.resolve('postgres/cluster/postmaster.pid'))

        cleanup:
        process?.destroyForcibly()
    }

    private void open(Map<String, ?> settings) {
        house = new House(Settings.read(([
                BERANDA_DATA_DIR: folder.resolve('data'), BERANDA_HTTP_PORT: '0', BERANDA_SECRET_KEY: SECRET_KEY,
                BERANDA_DATABASE_URL: url(owner)] + settings).collectEntries { name, value -> [name, value as String] }))
        house.open()
    }

    private static int closedPort() {
        new ServerSocket(0, 1, InetAddress.loopbackAddress).withCloseable { it.localPort }
    }

    Login getOwner() {
        database.owner()
    }

    Login getRuntime() {
        database.runtime()
    }

    Map urls(Login who, String password, String ownersPassword) {
        [BERANDA_DATABASE_URL: url(new Login(who.user(), password)), BERANDA_DATABASE_MIGRATION_URL: url(new Login(owner.user(), ownersPassword))]
    }

    String url(Login login) {
        def password = URLEncoder.encode(login.password(), 'UTF-8').replace('+', '%20')
        "postgresql://${login.user()}:$password@${database.jdbcUrl().replaceFirst('jdbc:postgresql://', '').replaceFirst(/\?.*/, '')}"
    }

    /** One more who may come in. */
    Login role(String name, String password, String powers) {
        database.connect(database.superuser()).withCloseable {
            DSL.using(it).execute("drop role if exists $name")
            DSL.using(it).execute("create role $name login $powers password '$password'")
            DSL.using(it).execute("grant connect on database ${database.name()} to $name")
        }
        new Login(name, password)
    }

    private void answer(int status, String body) {
        store.createContext('/') { exchange ->
            exchange.sendResponseHeaders(status, body.bytes.length)
            exchange.responseBody.withCloseable { it.write(body.bytes) }
        }
        store.start()
    }

    private static Map bucket(int port) {
        [BERANDA_MEDIA_S3_ENDPOINT: "http://127.0.0.1:$port", BERANDA_MEDIA_S3_BUCKET: 'beranda', BERANDA_MEDIA_S3_ACCESS_KEY: 'key',
         BERANDA_MEDIA_S3_SECRET_KEY: CANARY]
    }
}
