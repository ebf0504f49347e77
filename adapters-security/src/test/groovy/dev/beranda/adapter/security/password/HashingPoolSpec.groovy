package dev.beranda.adapter.security.password

import dev.beranda.domain.shared.Overloaded
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.Timeout
import spock.util.concurrent.PollingConditions

import java.time.Duration
import java.util.concurrent.CancellationException
import java.util.concurrent.CompletableFuture
import java.util.concurrent.CountDownLatch

@Timeout(20)
class HashingPoolSpec extends Specification {

    static final LONG = Duration.ofMinutes(1)

    @AutoCleanup
    HashingPool pool = new HashingPool(1, 2, LONG)

    CountDownLatch door = new CountDownLatch(1)

    def cleanup() {
        door.countDown()
    }

    def "work is done on the pool's own threads, which nobody has to end"() {
        when:
        def thread = pool.run { Thread.currentThread() }

        then:
        thread.name ==~ /password-hash-\d+/
        thread.daemon
        !thread.virtual
    }

    def "what the work throws reaches the caller as it is"() {
        when:
        pool.run { throw problem }

        then:
        def thrown = thrown(Throwable)
        thrown.is(problem)

        where:
        problem << [new IllegalStateException('x'), new UnsupportedOperationException('y'), new OutOfMemoryError('z')]
    }

    def "no more is done at a time than there are threads"() {
        given:
        def pool = new HashingPool(2, 64, LONG)
        def running = [].asSynchronized()
        def most = [].asSynchronized()

        when:
        def callers = (1..16).collect {
            later {
                pool.run {
                    running << it
                    most << running.size()
                    Thread.sleep(2)
                    running.removeLast()
                }
            }
        }
        callers*.join()

        then:
        most.max() <= 2

        cleanup:
        pool.close()
    }

    def "who finds every place taken is turned away at once and told when to come back"() {
        given:
        def begun = occupyTheThread()
        def waiting = (1..2).collect { later { pool.run { 'done' } } }
        eventually { assert pool.waiting() == 2 }

        when:
        pool.run { 'never' }

        then:
        def overloaded = thrown(Overloaded)
        overloaded.retryAfter() >= Duration.ofSeconds(30)
        overloaded.retryAfter() <= Duration.ofSeconds(240)
        pool.rejected() == 1

        when:
        pool.requireRoom()

        then:
        thrown(Overloaded)

        when:
        door.countDown()

        then:
        begun.join() == 'opened'
        waiting*.join() == ['done', 'done']
        pool.run { 'place again' } == 'place again'
    }

    def "as many get ready as there are threads, and one for each who is to follow"() {
        given:
        def turns = (1..2).collect { pool.take() }
        def third = later { pool.take().withCloseable { 'ready' } }
        eventually { assert pool.waiting() == 1 }

        expect:
        !third.done

        when:
        turns.first().close()

        then:
        third.join() == 'ready'

        when: "who gave up has taken nobody's turn"
        3.times { turns.first().close() }
        def next = pool.take()
        def after = later { pool.take().withCloseable { 'ready' } }
        eventually { assert pool.waiting() == 1 }
        next.run { 'done' } == 'done'

        then:
        after.join() == 'ready'
        turns.last().run { 'done' } == 'done'
        pool.run { 'place again' } == 'place again'
    }

    def "who waits for a turn comes in the order they came in"() {
        given:
        def pool = new HashingPool(1, 8, LONG)
        def turns = (1..2).collect { pool.take() }
        def waiting = (1..3).collect { number ->
            def caller = later { pool.take() }
            eventually { assert pool.@free.queueLength == number }
            caller
        }

        when:
        turns.first().close()
        def first = waiting[0].join()

        then:
        !waiting[1].done

        when:
        first.close()
        def second = waiting[1].join()

        then:
        !waiting[2].done

        cleanup:
        second?.close()
        pool.close()
    }

    def "who loses patience before it is their turn is not waited for"() {
        given:
        def turns = (1..2).collect { pool.take() }

        when:
        losePatience { pool.take() }

        then:
        pool.waiting() == 0
        pool.abandoned() == 1

        when:
        turns*.close()

        then:
        pool.run { 'next' } == 'next'
    }

    def "who would wait too long is turned away though there are places"() {
        given:
        def impatient = new HashingPool(1, 64, Duration.ofMillis(10))
        impatient.run { Thread.sleep(100) }
        def begun = occupyTheThread(impatient)
        def second = later { impatient.run { 'done' } }
        eventually { assert impatient.waiting() == 1 }

        when:
        impatient.run { 'never' }

        then:
        thrown(Overloaded)
        impatient.waiting() == 1

        when:
        door.countDown()

        then:
        [begun, second]*.join() == ['opened', 'done']

        cleanup:
        impatient.close()
    }

    def "work whose caller went away is not begun"() {
        given:
        occupyTheThread()
        def begun = false

        when:
        losePatience { pool.run { begun = true } }

        then:
        pool.waiting() == 0
        pool.abandoned() == 1

        when:
        door.countDown()
        pool.run { 'next' }

        then:
        !begun
    }

    def "a caller that was interrupted before stays so, and nothing is done for it"() {
        given:
        occupyTheThread()
        Thread.currentThread().interrupt()

        when:
        pool.run { 'never' }

        then:
        thrown(CancellationException)
        Thread.interrupted()
        pool.waiting() == 0
    }

    def "work that was begun is finished when its caller goes away"() {
        given:
        def finished = new CompletableFuture<Boolean>()
        def begun = new CountDownLatch(1)
        def caller = Thread.ofPlatform().daemon().unstarted {
            pool.run {
                begun.countDown()
                door.await()
                finished.complete(true)
            }
        }
        caller.uncaughtExceptionHandler = { thread, cancelled -> }
        caller.start()
        begun.await()

        when:
        caller.interrupt()
        caller.join()
        door.countDown()

        then:
        finished.join()
        pool.abandoned() == 0
    }

    def "a thread that goes takes its memory with it"() {
        given:
        def memory = null
        def thread = pool.@executor.threadFactory.newThread {
            WorkingMemory.atLeast(1 << 20)
            memory = WorkingMemory.current()
        }

        when:
        thread.start()
        thread.join()

        then:
        memory.byteSize() == 1 << 20
        !memory.scope().alive
    }

    def "a closed pool finishes what waits, and lets nobody in any more"() {
        given:
        def begun = occupyTheThread()
        def waiting = later { pool.run { 'done' } }
        eventually { assert pool.waiting() == 1 }
        def closing = later { pool.close() }
        eventually { assert pool.@closed }

        when:
        pool.run { 'never' }

        then:
        thrown(Overloaded)

        when:
        door.countDown()

        then:
        [begun, waiting]*.join() == ['opened', 'done']
        closing.join() == null
    }

    def "a pool that has to close now leaves no caller waiting for ever"() {
        given:
        occupyTheThread()
        def waiting = later { pool.run { 'never' } }
        eventually { assert pool.waiting() == 1 }

        when:
        def closing = Thread.ofPlatform().daemon().start { pool.close() }
        closing.interrupt()
        waiting.join()

        then:
        def failed = thrown(Exception)
        failed instanceof CancellationException || failed.cause instanceof CancellationException
    }

    private CompletableFuture<String> occupyTheThread(HashingPool occupied = pool) {
        def begun = new CountDownLatch(1)
        def caller = later {
            occupied.run {
                begun.countDown()
                door.await()
                'opened'
            }
        }
        begun.await()
        caller
    }

    /** Waits for something of the pool, goes away, and is told that nothing came of it. */
    private void losePatience(Closure<?> wish) {
        def problem = new CompletableFuture<Throwable>()
        def caller = Thread.ofVirtual().start {
            try {
                wish()
            } catch (CancellationException e) {
                problem.complete(e)
            }
        }
        eventually { assert pool.waiting() == 1 }
        caller.interrupt()
        assert problem.join()
    }

    private static <T> CompletableFuture<T> later(Closure<T> work) {
        def result = new CompletableFuture<T>()
        Thread.ofVirtual().start {
            try {
                result.complete(work())
            } catch (Throwable e) {
                result.completeExceptionally(e)
            }
        }
        result
    }

    private static void eventually(Closure<?> condition) {
        new PollingConditions(timeout: 10, initialDelay: 0, delay: 0.01).eventually(condition)
    }
}
