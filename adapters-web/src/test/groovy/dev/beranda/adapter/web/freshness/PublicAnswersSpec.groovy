package dev.beranda.adapter.web.freshness

import dev.beranda.adapter.web.http.Representation
import dev.beranda.adapter.web.http.WaitingRoom
import dev.beranda.adapter.web.security.Caller
import dev.beranda.application.freshness.CheckFreshness
import dev.beranda.application.freshness.MarkMoment
import dev.beranda.domain.fixture.People
import dev.beranda.domain.fixture.SomeSession
import dev.beranda.domain.freshness.FakeChanges
import dev.beranda.domain.freshness.Subject
import io.micronaut.http.HttpRequest
import io.micronaut.http.HttpResponse
import java.util.concurrent.CountDownLatch
import java.util.concurrent.ExecutionException
import java.util.concurrent.Executors
import java.util.concurrent.TimeUnit
import java.util.concurrent.atomic.AtomicInteger
import java.util.stream.Stream
import spock.lang.AutoCleanup
import spock.lang.Specification

class PublicAnswersSpec extends Specification {

    @AutoCleanup
    def threads = Executors.newVirtualThreadPerTaskExecutor()
    def changes = new FakeChanges()
    def lookedUp = new AtomicInteger()
    def answers = keeping(1_000_000)

    def "what was said to everybody is said again, until something in it changes"() {
        expect:
        texts('/a', '/a', '/a') == ['1', '1', '1']
        texts('/b', '/a') == ['2', '1']

        when:
        changes.tell(Subject.TAGS)

        then:
        texts('/a') == ['1']

        when:
        changes.tell(Subject.POSTS)

        then:
        texts('/a', '/a', '/b') == ['3', '3', '4']
        answers.tally() == new PublicAnswers.Tally(5, 0, 4)
        answers.tally().hitRatio() == 5 / 9d
    }

    def "who is somebody is answered anew, and nothing of that is kept, nor said to caches"() {
        given:
        def ayu = People.somebody()
        def personal = HttpRequest.GET('/a')
        Caller.remember(personal, SomeSession.accessTo(SomeSession.of(ayu), ayu))

        expect:
        ask(personal).body() == '1'.bytes
        ask(personal).body() == '2'.bytes
        ask(personal).headers.with { !contains('Cache-Control') && !contains('Surrogate-Key') }
        texts('/a', '/a') == ['4', '4']
        ask(personal).body() == '5'.bytes
    }

    def "caches are told how long, for whom, and what it tells of"() {
        when:
        def headers = ask(HttpRequest.GET('/a')).headers

        then:
        headers.get('Cache-Control') == 'public, max-age=0, s-maxage=10, stale-if-error=300'
        headers.get('Vary') == 'Authorization, Cookie'
        headers.get('Surrogate-Key') == 'labels posts'

        when:
        def known = ask(HttpRequest.GET('/a').header('If-None-Match', '"tag1"'))

        then:
        known.status().code == 304
        known.headers.get('Cache-Control') == headers.get('Cache-Control')
        known.headers.get('ETag') == '"tag1"'
    }

    def "what was looked up while it changed is said once, and not kept"() {
        when:
        def first = answers.answer(HttpRequest.GET('/a')) {
            changes.tell(Subject.POSTS)
            answer()
        }

        then:
        first.toCompletableFuture().get(5, TimeUnit.SECONDS).body() == '1'.bytes
        texts('/a') == ['2']
    }

    def "of a hundred who ask at once one looks it up"() {
        given:
        def go = new CountDownLatch(1)

        when:
        def asked = (1..100).collect {
            answers.answer(HttpRequest.GET('/a')) {
                go.await()
                answer()
            }
        }
        sleep(100)
        go.countDown()

        then:
        asked*.toCompletableFuture()*.get(5, TimeUnit.SECONDS)*.body().toSet() == ['1'.bytes] as Set
        answers.tally().lookedUp() == 1
        answers.tally().shared() == 99
    }

    def "who waited for somebody else's answer and came after a change asks for themselves"() {
        given:
        def go = new CountDownLatch(1)
        def first = answers.answer(HttpRequest.GET('/a')) {
            def old = answer()
            go.await()
            old
        }
        while (lookedUp.get() == 0) {
            sleep(5)
        }

        when:
        changes.tell(Subject.POSTS)
        def second = answers.answer(HttpRequest.GET('/a')) { answer() }
        sleep(50)
        go.countDown()

        then:
        first.toCompletableFuture().get(5, TimeUnit.SECONDS).body() == '1'.bytes
        second.toCompletableFuture().get(5, TimeUnit.SECONDS).body() == '2'.bytes
        texts('/a') == ['2']
    }

    def "a failure is nobody else's"() {
        given:
        def go = new CountDownLatch(1)
        def first = answers.answer(HttpRequest.GET('/a')) {
            go.await()
            throw new IllegalStateException('no')
        }
        def second = answers.answer(HttpRequest.GET('/a')) { answer() }

        when:
        go.countDown()
        first.toCompletableFuture().get(5, TimeUnit.SECONDS)

        then:
        def failure = thrown(ExecutionException)
        failure.cause.message == 'no'
        second.toCompletableFuture().get(5, TimeUnit.SECONDS).body() == '1'.bytes
    }

    def "while news may be missing all is looked up, and nothing kept"() {
        given:
        texts('/a') == ['1']

        when:
        changes.hearing = false

        then:
        texts('/a', '/a') == ['2', '3']

        when:
        changes.hearing = true

        then:
        texts('/a') == ['1']
    }

    def "there is only so much room"() {
        given:
        answers = keeping(20_000)

        when:
        200.times { texts("/long/$it") }
        answers.kept.cleanUp()

        then:
        answers.kept.policy().eviction().get().weightedSize().asLong <= 20_000
        answers.kept.estimatedSize() in 1L..40L
    }

    def "without room nothing is kept"() {
        given:
        answers = keeping(0)

        when:
        def first = texts('/a')
        answers.kept.cleanUp()

        then:
        first == ['1']
        texts('/a') == ['2']
    }

    private PublicAnswers keeping(long bytes) {
        new PublicAnswers(
                new MarkMoment(changes), new CheckFreshness(changes), new WaitingRoom(threads), null, bytes, 10)
    }

    private List<String> texts(String... paths) {
        paths.collect { new String(ask(HttpRequest.GET(it)).body() as byte[]) }
    }

    private HttpResponse<?> ask(HttpRequest<?> request) {
        answers.answer(request) { answer() }.toCompletableFuture().get(5, TimeUnit.SECONDS)
    }

    private PublicAnswer answer() {
        def number = lookedUp.incrementAndGet()
        PublicAnswer.of(new Representation("$number".bytes, "\"tag$number\""), Stream.of(Subject.POSTS, Subject.LABELS))
    }
}
