package dev.beranda.bootstrap.journey

import dev.beranda.application.administration.ChangeAuthority
import dev.beranda.application.privacy.EraseLeaver
import dev.beranda.bootstrap.House
import dev.beranda.bootstrap.settings.Settings
import dev.beranda.domain.shared.BasedOn
import dev.beranda.domain.shared.ClientAddress
import dev.beranda.domain.shared.EmailAddress
import dev.beranda.domain.shared.Origin
import dev.beranda.domain.shared.Role
import dev.beranda.domain.user.Actor
import dev.beranda.domain.user.UserId
import dev.beranda.domain.user.Users
import dev.beranda.postgres.Login
import dev.beranda.postgres.TestDatabase
import io.micronaut.context.ApplicationContext
import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.ConcurrentHashMap
import org.jooq.impl.DSL

/** Houses for tests: as many nodes as are asked for, on databases of the test server. */
class Town {

    private static final SECRET = Base64.encoder.encodeToString(
            (0..31).collect { (byte) (it * 37 + 11 ^ it << 3) } as byte[])
    private static final Set<Node> OPEN = ConcurrentHashMap.newKeySet()
    private static TestDatabase shared

    /** Who takes the letters of the two nodes. */
    static final POSTMAN = new Postman()

    /** Who vouches for people at the two nodes. */
    static final STRANGERS = new Strangers()

    private static List<Node> nodes

    static {
        Runtime.runtime.addShutdownHook(new Thread({ OPEN.each { close(it) } }))
    }

    /** Two nodes on one database, without rate limits, for all specs of the run. */
    static synchronized List<URI> twoNodes() {
        if (nodes == null) {
            shared = TestDatabase.fresh()
            nodes = [1, 2].collect { open(shared, POSTMAN.settings + STRANGERS.settings) }
        }
        nodes*.uri
    }

    /** The beans of one of the two nodes, for what no endpoint does yet. */
    static ApplicationContext beans(int node) {
        twoNodes()
        nodes[node].house.application()
    }

    static TestDatabase sharedDatabase() {
        twoNodes()
        shared
    }

    /** What an administrator would do about somebody: give a role, shut out, let in. */
    static void allow(Map<String, ?> wishes, String email) {
        def user = beans(0).getBean(Users).find(new EmailAddress(email)).get()
        def outcome = beans(0).getBean(ChangeAuthority).change(new ChangeAuthority.Command(
                new Actor(new UserId(UUID.randomUUID()), Role.ADMIN),
                new Origin(new ClientAddress('192.0.2.1', '192.0.2.1'), 'town'),
                user.id(), new BasedOn.Any(), wishes.role as Role, wishes.disabled as Boolean))
        assert outcome instanceof ChangeAuthority.Outcome.Done
    }

    /** Forgets somebody whose time is up. */
    static void erase(String email) {
        def id = beans(0).getBean(Users).find(new EmailAddress(email)).get().id()
        byHand("update app_user set leaves_at = now() - interval '1 second' where id = '$id'")
        assert beans(0).getBean(EraseLeaver).erase(new EraseLeaver.Command(id)) instanceof EraseLeaver.Outcome.Forgotten
    }

    /** How often this kind of event happened to a post. */
    static int countEvents(String type, String post) {
        sharedDatabase().with { database ->
            database.connect(database.superuser()).withCloseable {
                DSL.using(it).fetchValue("select count(*)::int from outbox where type = '$type' and payload ->> 'post' = '$post'") as int
            }
        }
    }

    /** The one value that answers the question. */
    static Object ask(String question) {
        askAll(question).first()
    }

    /** All the values of one column that answer it. */
    static List<Object> askAll(String question) {
        sharedDatabase().with { database ->
            database.connect(database.superuser()).withCloseable { DSL.using(it).fetchValues(question) as List<Object> }
        }
    }

    /**
     * The tables in which one of these stands, whole or as a field of its own, as text or as bytes, or as the bytes that
     * it is the spelling of.
     */
    static List<String> tablesHolding(Collection<String> secrets) {
        def forms = secrets.collectMany { secret ->
            if (secret.length() < 8) {
                return ["[(,\"]$secret[),\"]".toString()]
            }
            def spelt = secret ==~ /[A-Za-z0-9_-]{16,}/ ? [Base64.urlDecoder.decode(secret).encodeHex().toString()] : []
            [secret.replaceAll(/[^A-Za-z0-9]/, '\\\\$0'), secret.getBytes('UTF-8').encodeHex().toString()] + spelt
        }
        askAll("select table_name from information_schema.tables where table_schema = 'public'").findAll { table ->
            ask("select count(*) from \"$table\" t where t::text ~ '${forms.join('|')}'")
        } as List<String>
    }

    static void byHand(String statement) {
        sharedDatabase().with { database ->
            database.connect(database.superuser()).withCloseable { DSL.using(it).execute(statement) }
        }
    }

    static class Node {
        House house
        URI uri
        Path folder
    }

    static Node open(TestDatabase database, Map<String, String> settings = [:]) {
        def folder = Files.createTempDirectory('beranda-node')
        def node = new Node(folder: folder, house: new House(Settings.read(environment(database, folder) + settings)))
        OPEN << node
        node.uri = node.house.open()
        node
    }

    /** With everything that it kept in a folder. Who forgets it has it done at the end of the run. */
    static void close(Node node) {
        OPEN.remove(node)
        node.house.close()
        node.folder.toFile().deleteDir()
    }

    private static Map<String, String> environment(TestDatabase database, Path folder) {
        [
            BERANDA_DATA_DIR: folder.toString(),
            BERANDA_DATABASE_URL: address(database, database.runtime()),
            BERANDA_DATABASE_MIGRATION_URL: address(database, database.owner()),
            BERANDA_HTTP_PORT: '0',
            BERANDA_PUBLIC_URL: 'https://beranda.test',
            BERANDA_RATE_LIMITS: 'off',
            BERANDA_SECRET_KEY: SECRET,
        ]
    }

    private static String address(TestDatabase database, Login login) {
        def password = URLEncoder.encode(login.password(), 'UTF-8').replace('+', '%20')
        "postgresql://${login.user()}:$password@${database.jdbcUrl() - 'jdbc:postgresql://'}"
    }
}
