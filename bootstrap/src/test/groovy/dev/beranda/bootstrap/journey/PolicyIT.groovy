package dev.beranda.bootstrap.journey

import com.fasterxml.jackson.databind.JsonNode
import dev.beranda.bootstrap.House
import dev.beranda.bootstrap.settings.Settings
import groovy.json.JsonOutput
import io.micronaut.context.ApplicationContext
import io.micronaut.web.router.Router
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpRequest.BodyPublishers
import java.net.http.HttpResponse.BodyHandlers
import java.nio.file.Path
import java.time.Duration
import spock.lang.Shared
import spock.lang.TempDir

/**
 * Every route the running servers have, described or not, for everybody there is, against `policy.txt`. A route without a line there
 * fails; see `Policy` for how to write one. What people have is made on the first node; every other line is asked of the
 * second.
 */
class PolicyIT extends JourneySpecification {

    /** Words that could grant something: a body has them only where the policy says so. */
    static final List<String> POWERFUL = [
            'role', 'roles', 'admin', 'is_admin', 'isAdmin', 'id', 'user_id', 'userId', 'author_id', 'authorId', 'owner_id', 'ownerId',
            'email_verified', 'emailVerified', 'verified', 'disabled', 'created_at', 'createdAt', 'updated_at', 'version', 'like_count',
            'likeCount', 'comment_count', 'status', 'published_at', 'publishedAt', 'password_hash', 'passwordHash', 'mfa_enabled',
            'mfaEnabled', 'permissions', 'tenant', 'leaves_at', 'authority']

    /** Names that mean more than themselves to some program. */
    static final List<String> CRAFTY = ['/role', 'user.role', 'role[]', '__proto__', 'constructor', '$set']

    static final Map<String, Closure<String>> DETOURS = [
            'a trailing slash'   : { it + '/' },
            'two slashes'        : { '/' + it },
            'a slash in between' : { it.replaceFirst('/api/', '/api//') },
            'a dot'              : { it.replaceFirst('/api/', '/api/./') },
            'two dots'           : { it.replaceFirst('/api/', '/api/x/../') },
            'dots for Tomcat'    : { it.replaceFirst('/api/', '/api/x/..;/') },
            'hidden dots'        : { it.replaceFirst('/api/', '/api/x/%2e%2e/') },
            'a hidden slash'     : { it.replaceFirst('/api/(\\w+)/', '/api/$1%2f') },
            'a parameter'        : { it + ';a=b' },
            'a parameter within' : { it.replaceFirst('/api/', '/api;a=b/') },
            'capitals'           : { it.toUpperCase() },
            'an ending'          : { it + '.json' },
            'nothing at the end' : { it + '%00' },
            'a backslash'        : { it.replaceFirst('/api/', '/api\\\\').replace('\\', '%5c') },
    ]

    static final List<String> OVERRIDES = ['X-HTTP-Method-Override', 'X-HTTP-Method', 'X-Method-Override', 'X-Original-URL', 'X-Rewrite-URL']

    /** Which no route has. */
    static final List<String> VERBS = ['FOO', 'PROPFIND']

    private static final HttpClient CLIENT = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build()

    @TempDir
    Path folder

    @Shared
    Map<String, Visitor> cast = [anonymous: visitor()]

    def setupSpec() {
        ['reader', 'author', 'editor', 'admin'].each { role ->
            cast[role] = visitor()
            Possessions.settled(cast[role], role)
        }
        cast.confirmed = visitor()
        def reader = cast.confirmed.register()
        cast.confirmed.logIn(reader)
        assert visitor().post('/api/auth/email/verify', [token: Town.POSTMAN.awaitTo(reader.email, 'confirm-email').token]).status == 200
        cast.barred = visitor()
        def account = cast.barred.register()
        cast.barred.logIn(account)
        Town.allow(account.email, disabled: true)
        nodes.each { node -> withinASecond { cast.barred.at(node).get('/api/me').status == 401 } }
    }

    def "every route has its line in the policy, and every line its route"() {
        given:
        def lines = Policy.lines().findAll { !('mailbox' in it.admitted) }
        def routes = routesOf(Town.beans(0))

        expect:
        routes - lines*.route == [] as Set
        lines*.route - routes == []
        routes.size() > 60
    }

    def "what no description tells of belongs to operating the server"() {
        expect:
        operations().keySet() - routesOf(Town.beans(0)) == [] as Set
        (routesOf(Town.beans(0)) - operations().keySet()).every { route -> Description.OUTSIDE.any { route.split(' ')[1].startsWith(it) } }
    }

    def "where letters stay in the house, there are the routes of the mailbox, too"() {
        given:
        def house = new House(Settings.read([BERANDA_DATA_DIR: folder as String, BERANDA_HTTP_PORT: '0']))
        def server = house.open()

        expect:
        routesOf(house.application()) == Policy.lines()*.route as Set

        and:
        Policy.lines().findAll { 'mailbox' in it.admitted }.every { line ->
            assert ask(line.method, line.path, new Visitor(server, null)).status == 200: line
            assert ask(line.method, line.path, new Visitor(server, null), ['X-Forwarded-For': '203.0.113.7']).status == 404: line
            assert ask(line.method, line.path, visitor()).status == 404: line
            true
        }

        cleanup:
        house.close()
    }

    def "#line: is not there for who asks past a proxy"() {
        expect:
        ask(line.method, line.path, cast.admin, ['X-Forwarded-For': '203.0.113.7']).status == 404

        where:
        line << Policy.lines().findAll { 'near' in it.admitted }
    }

    def "#line: nobody comes through but who may"() {
        given:
        def shared = possession(line)

        expect:
        present(line).every { who ->
            line.admits(who)
                    ? comesThrough(line, who, line.method == 'GET' ? shared : possession(line))
                    : isTurnedAway(line, who, shared)
        }

        where:
        line << Policy.lines().findAll { !('mailbox' in it.admitted) }
    }

    def "#line: no detour leads there"() {
        given:
        def thing = possession(line)
        def visitor = play(line, present(line).findAll { !line.admits(it) }.last(), thing)
        def path = pathOf(line, thing.name)

        expect:
        DETOURS.every { how, detour -> leadsNowhere(how, ask(line.method, detour(path), visitor)) }
        OVERRIDES.every { header ->
            leadsNowhere(header, ask('POST', '/api/auth/token/verify', visitor, [(header): header.contains('URL') ? path : line.method]))
        }
        line.method != 'GET' || leadsNowhere('HEAD', ask('HEAD', path, visitor))
        (VERBS + line.method.toLowerCase()).every { isNoVerb(it, ask(it, path, play(line, present(line).find { line.admits(it) }, thing))) }

        where:
        line << Policy.lines().findAll { !it.open && !('mailbox' in it.admitted) }
    }

    def "#line: what is not asked for is refused by name, and grants nothing"() {
        given:
        def thing = possession(line)
        def visitor = play(line, present(line).find { line.admits(it) }, thing)
        def declared = wordsOf(requestOf(line)) + line.words
        def foreign = (allWords() + POWERFUL + CRAFTY - declared).unique()
        def before = people()

        expect: "a word of power only where the policy has it"
        declared.intersect(POWERFUL) - line.words == []

        when:
        def answers = ['admin', null, true, [role: 'admin']].collect { value ->
            send(line, thing.name, visitor, foreign.collectEntries { [it, value] })
        }

        then:
        answers.every { it.status == 400 && it.body.code == 'unknown_field' }
        foreign - answers[0].body.errors*.field == []
        people() == before

        where:
        line << Policy.lines().findAll { operation(it)?.at('/requestBody/content')?.has('application/json') }
    }

    private static List<String> present(Policy.Line line) {
        Policy.CAST.findAll { it != 'owner' || line.possession }
    }

    private Visitor play(Policy.Line line, String who, Map thing) {
        (who == 'owner' ? thing.owner : cast[who] as Visitor).at(nodes[line.number % 2])
    }

    private Map possession(Policy.Line line) {
        if (!line.possession) {
            return [name: null]
        }
        def owner = visitor()
        def name = Possessions.ALL[line.possession](owner)
        assert name: line.possession
        [owner: owner, name: name]
    }

    private boolean comesThrough(Policy.Line line, String who, Map thing) {
        def answer = send(line, thing.name, play(line, who, thing))
        def code = answer.type == 'application/problem+json' ? answer.body.code : null
        assert !(code in ['unauthenticated', 'forbidden']) && answer.status < 500: "$line for $who: $answer"
        assert answer.status != 404 || !line.possession: "$line for $who: $answer"
        true
    }

    private boolean isTurnedAway(Policy.Line line, String who, Map thing) {
        def answer = send(line, thing.name, play(line, who, thing))
        if (who == 'barred' || who == 'anonymous' && !line.toAll) {
            assert answer.status == 401 && answer.body.code == [anonymous: 'unauthenticated', barred: 'token_not_valid'][who]: "$line for $who: $answer"
            return true
        }
        assert answer.status == line.otherwise: "$line for $who: $answer"
        if (line.otherwise == 404) {
            def nothing = send(line, UUID.randomUUID() as String, play(line, who, thing))
            assert [answer, nothing].collect { [it.status, it.body - [request_id: it.body.request_id]] }.toSet().size() == 1: "$line for $who: $answer is not $nothing"
        }
        [thing.name?.toUpperCase(), "{$thing.name}"].findAll { thing.name }.every { spelling ->
            def other = send(line, URLEncoder.encode(spelling, 'UTF-8'), play(line, who, thing))
            assert other.status in [403, 404]: "$line for $who as $spelling: $other"
            true
        }
    }

    private Answer send(Policy.Line line, String name, Visitor visitor, Map body = [:]) {
        def types = operation(line)?.at('/requestBody/content')?.fieldNames()?.toList()
        if (!types) {
            return visitor.send(line.method, pathOf(line, name), null, ['If-Match': '*'])
        }
        def type = 'application/json' in types ? 'application/json' : types[0]
        visitor.send(line.method, pathOf(line, name), JsonOutput.toJson(body).bytes,
                ['If-Match': '*', 'Content-Type': type.startsWith('multipart/') ? "$type; boundary=x".toString() : type])
    }

    /// As it is, and whatever comes of it: detours are in no description.
    private static Answer ask(String method, String path, Visitor visitor, Map<String, String> headers = [:]) {
        def request = HttpRequest.newBuilder(URI.create("$visitor.server$path")).timeout(Duration.ofSeconds(30))
                .method(method, method in ['GET', 'HEAD'] ? BodyPublishers.noBody() : BodyPublishers.ofString('{}'))
                .header('Content-Type', 'application/json')
        headers.each { name, value -> request.header(name, value) }
        if (visitor.access) {
            request.header('Authorization', "Bearer $visitor.access")
        }
        new Answer(CLIENT.send(request.build(), BodyHandlers.ofString()))
    }

    /// Not even for who may all that can be done there.
    private static boolean isNoVerb(String verb, Answer answer) {
        assert answer.status == 405 && answer.body.code == 'method_not_allowed': "$verb: $answer"
        true
    }

    private static boolean leadsNowhere(String how, Answer answer) {
        assert answer.status in 400..499: "$how: $answer"
        true
    }

    /// The first name in the path is the thing's; nobody has the others.
    private static String pathOf(Policy.Line line, String name) {
        def first = line.path.replaceFirst(/\{[^}]+}/, name ?: UUID.randomUUID() as String)
        first.replaceAll(/\{[^}]+}/, '1')
    }

    /// As the description would spell them; whoever asks for the head alone is answered by the same.
    private static Set<String> routesOf(ApplicationContext beans) {
        beans.getBean(Router).uriRoutes().toList()
                .findAll { !(it.httpMethodName in ['HEAD', 'OPTIONS']) }
                .collect { "$it.httpMethodName ${it.uriMatchTemplate.toPathString().replaceAll(/\{\/?(\w+)[^}]*}/, '{$1}')}".toString() } as Set
    }

    private static JsonNode operation(Policy.Line line) {
        operations()[line.route]
    }

    private static Map<String, JsonNode> operations() {
        document.get('paths').fields().collectEntries { path ->
            path.value.fields().findAll { it.key in ['get', 'put', 'post', 'patch', 'delete'] }.collectEntries {
                ["${it.key.toUpperCase()} $path.key".toString(), it.value]
            }
        }
    }

    private static JsonNode getDocument() {
        description(Town.twoNodes()[0]).document
    }

    private static JsonNode requestOf(Policy.Line line) {
        def schema = operation(line).at('/requestBody/content/application~1json/schema')
        schema.has('$ref') ? document.at(schema.get('$ref').asText().substring(1)) : schema
    }

    private static List<String> wordsOf(JsonNode schema) {
        schema.path('properties').fieldNames().toList()
    }

    private static List<String> allWords() {
        document.at('/components/schemas').collectMany { wordsOf(it) }.unique()
    }

    private static List<String> people() {
        def database = Town.sharedDatabase()
        database.connect(database.superuser()).withCloseable {
            def rows = it.createStatement().executeQuery('select p::text from app_user p order by id')
            def found = []
            while (rows.next()) {
                found << rows.getString(1)
            }
            found
        }
    }
}
