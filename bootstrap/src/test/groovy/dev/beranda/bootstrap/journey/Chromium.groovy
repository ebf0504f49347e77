package dev.beranda.bootstrap.journey

import groovy.json.JsonOutput
import groovy.json.JsonSlurperClassic
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse.BodyHandlers
import java.net.http.WebSocket
import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.CompletableFuture
import java.util.concurrent.CompletionStage
import java.util.concurrent.ConcurrentHashMap
import java.util.concurrent.TimeUnit
import java.util.concurrent.atomic.AtomicInteger

/** A real browser, with one page, spoken to by the DevTools protocol: nothing between it and the test but a socket. */
class Chromium implements AutoCloseable, WebSocket.Listener {

    private static final List<String> NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
    private static final int PATIENCE = 20

    private final Path folder = Files.createTempDirectory('beranda-browser')
    private final Process process
    private WebSocket socket
    private final AtomicInteger number = new AtomicInteger()
    private final Map<Integer, CompletableFuture<Map>> awaited = new ConcurrentHashMap<>()
    private final StringBuilder heard = new StringBuilder()

    /** Where there is one: named by BERANDA_TEST_BROWSER, or on the path. */
    static String find() {
        def named = System.getenv('BERANDA_TEST_BROWSER')
        if (named) {
            return named
        }
        def places = System.getenv('PATH').split(File.pathSeparator).collectMany { place -> NAMES.collect { "$place/$it".toString() } }
        (places + '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome').find { new File(it).canExecute() }
    }

    static boolean isMissing() {
        find() == null
    }

    Chromium() {
        process = new ProcessBuilder([find(), '--headless=new', '--remote-debugging-port=0', "--user-data-dir=$folder".toString(),
                '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
                '--disable-sync', '--disable-dev-shm-usage', '--lang=en'] + (System.getProperty('user.name') == 'root' ? ['--no-sandbox'] : [])
                + ['about:blank'])
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve('log').toFile())
                .with { environment().TMPDIR = folder as String; start() }
        try {
            socket = HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(page(), this).get(PATIENCE, TimeUnit.SECONDS)
            ['Page.enable', 'Runtime.enable'].each { ask(it) }
        } catch (Throwable fault) {
            close()
            throw fault
        }
    }

    Map ask(String method, Map params = [:]) {
        def id = number.incrementAndGet()
        def answer = new CompletableFuture<Map>()
        awaited[id] = answer
        synchronized (this) {
            socket.sendText(JsonOutput.toJson([id: id, method: method, params: params]), true).get(PATIENCE, TimeUnit.SECONDS)
        }
        def said = answer.get(PATIENCE, TimeUnit.SECONDS)
        assert !said.error: "$method: $said.error"
        said.result
    }

    void open(String address) {
        ask('Page.navigate', [url: 'about:blank'])
        ask('Page.navigate', [url: address])
        await("document.readyState === 'complete' && location.href.startsWith('${address.takeBefore('#') ?: address}')")
    }

    /** What an expression of the page comes to, also if it takes a while. */
    Object evaluate(String expression) {
        def said = ask('Runtime.evaluate', [expression: expression, awaitPromise: true, returnByValue: true, userGesture: true])
        assert !said.exceptionDetails: "$expression: ${said.exceptionDetails.exception?.description ?: said.exceptionDetails.text}"
        said.result.value
    }

    void await(String condition) {
        def end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE)
        while (!evaluate("!!($condition)")) {
            assert System.nanoTime() < end: "$condition never came true: ${evaluate('document.body.innerText')}"
            sleep(20)
        }
    }

    /** With the mouse, in the middle of what is there to be seen. */
    void press(String selector) {
        await("(element => element && element.offsetParent && !element.disabled)(document.querySelector('$selector'))")
        def (x, y) = evaluate("(box => [box.x + box.width / 2, box.y + box.height / 2])(document.querySelector('$selector').getBoundingClientRect())")
        ['mousePressed', 'mouseReleased'].each {
            ask('Input.dispatchMouseEvent', [type: it, x: x, y: y, button: 'left', clickCount: 1])
        }
    }

    void type(String selector, String text) {
        press(selector)
        ask('Input.insertText', [text: text])
    }

    /** A device with a finger always on it, that keeps passkeys. */
    String plugIn() {
        ask('WebAuthn.enable', [enableUI: false])
        ask('WebAuthn.addVirtualAuthenticator', [options: [
                protocol: 'ctap2', ctap2Version: 'ctap2_1', transport: 'internal', hasResidentKey: true, hasUserVerification: true,
                isUserVerified: true, automaticPresenceSimulation: true]]).authenticatorId
    }

    List<Map> keysOn(String device) {
        ask('WebAuthn.getCredentials', [authenticatorId: device]).credentials
    }

    private URI page() {
        def port = Integer.parseInt(firstLines(folder.resolve('DevToolsActivePort')).first())
        def pages = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:$port/json/list")).build(), BodyHandlers.ofString()).body()
        URI.create((new JsonSlurperClassic().parseText(pages) as List<Map>).find { it.type == 'page' }.webSocketDebuggerUrl as String)
    }

    private List<String> firstLines(Path file) {
        def end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE)
        while (!Files.exists(file) || Files.size(file) == 0) {
            assert System.nanoTime() < end && process.alive: "no browser: ${folder.resolve('log').toFile().text}"
            sleep(20)
        }
        Files.readAllLines(file)
    }

    @Override
    CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        heard << part
        if (last) {
            def message = new JsonSlurperClassic().parseText(heard.toString()) as Map
            heard.length = 0
            message.id && awaited.remove(message.id)?.complete(message)
        }
        from.request(1)
        null
    }

    @Override
    void onError(WebSocket from, Throwable fault) {
        awaited.values().each { it.completeExceptionally(fault) }
    }

    @Override
    void close() {
        socket?.abort()
        def family = [process.toHandle()] + process.descendants().toList()
        process.destroy()
        process.waitFor(5, TimeUnit.SECONDS)
        family.each { it.destroyForcibly() }
        family.each { it.onExit().get(PATIENCE, TimeUnit.SECONDS) }
        folder.toFile().deleteDir()
    }
}
