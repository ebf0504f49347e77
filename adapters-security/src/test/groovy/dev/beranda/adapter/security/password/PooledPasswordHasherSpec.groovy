package dev.beranda.adapter.security.password

import ch.qos.logback.classic.Logger
import ch.qos.logback.classic.spi.ILoggingEvent
import ch.qos.logback.core.read.ListAppender
import dev.beranda.domain.credential.PasswordHash
import dev.beranda.domain.credential.PasswordHasherContract
import org.slf4j.LoggerFactory
import spock.lang.AutoCleanup
import spock.lang.Timeout
import spock.util.concurrent.PollingConditions

import java.time.Duration
import java.util.concurrent.CompletableFuture

import static dev.beranda.domain.credential.PasswordHasher.Match.NO
import static dev.beranda.domain.credential.PasswordHasher.Match.YES
import static dev.beranda.domain.credential.PasswordHasher.Match.YES_BUT_OUTDATED

@Timeout(60)
class PooledPasswordHasherSpec extends PasswordHasherContract {

    static final SMALL = new PreferredHash.Argon2id(64, 1, 1)
    static final AT_ONCE = Duration.ZERO

    static final NOS = [
        { PooledPasswordHasher asked, PasswordHash stored -> asked.compare(password('wrong'), stored) },
        { PooledPasswordHasher asked, PasswordHash stored -> asked.hear().attempt().compareWithNothing(password('wrong')) },
        unreadable('canary'),
        unreadable('$argon2id$v=19$m=2147483648,t=1000000000,p=1$AAAA$AAAA'),
        unreadable('$2b$31$3plq/EJR7EiQrZN42snkWOGk/IFe3vK7EjemcYxJqbYta2Fklb5iC'),
    ]

    @AutoCleanup
    PooledPasswordHasher hasher = open()

    def "whoever is asked for, a NO is one computation"() {
        given:
        def stored = hasher.hash(password('correct horse battery'))
        def before = hasher.work()

        when:
        question(hasher, stored)

        then:
        hasher.work().computations() == before.computations() + 1

        where:
        question << NOS
    }

    def "it counts what it did, each kind by itself"() {
        given:
        def hasher = open()

        when:
        def hash = hasher.hash(password('correct horse battery'))
        2.times { hasher.compare(password('correct horse battery'), hash) }
        3.times { hasher.hear().attempt().compareWithNothing(password('correct horse battery')) }
        hasher.compare(password('correct horse battery'), new PasswordHash('unreadable'))

        then:
        hasher.work() == new HashingWork(1, 3, 3, 1, 0, 0, 0)

        cleanup:
        hasher.close()
    }

    def "another house hashed the letters as they were typed: they open, and are to be hashed anew"() {
        given:
        def typed = 'kopi\u00b3 susu \u2026 \u00bd cafe\u0301'

        expect:
        hasher.compare(password(typed), new PasswordHash(brought)) == YES_BUT_OUTDATED
        hasher.compare(password(typed + ' '), new PasswordHash(brought)) == NO
        hasher.compare(password(typed), hasher.hash(password(typed))) == YES

        where:
        brought << [
            'pbkdf2_sha256$1000$NaCl4salt$r8/sSqkqtAJ4iZ3xQN8G8pXkTCr2F9vef57zbDHPK54=',
            '$2b$04$rK2eYcroerk7q7Z4gk9RS.SwNrN8/inWwO.0UFFMV4Ge4qfW1ScFW']
    }

    def "passwords brought along from elsewhere open, and are to be hashed anew"() {
        expect:
        hasher.compare(password('correct horse battery'), new PasswordHash(stored)) == YES_BUT_OUTDATED
        hasher.compare(password('correct horse batterz'), new PasswordHash(stored)) == NO

        where:
        stored << [
            '$2b$04$3plq/EJR7EiQrZN42snkWOGk/IFe3vK7EjemcYxJqbYta2Fklb5iC',
            'bcrypt$$2b$04$x5QgUPAooT5AtIh6TpyCt.7RWdse6LO/dEFG6hpFhiW7KCxL965MG',
            'bcrypt_sha256$$2b$04$y3ZCCmzGDsDGFn.9bDPjI.C3fZZBBXVqU6D8IdMZc4P3wqScBQlei',
            'pbkdf2_sha256$1000$NaCl4salt$cgnOLqPJxB5J1ThYxUwwmnaMJKN15irHo2iv1obNbI0=',
            '$argon2i$v=19$m=100,t=2,p=3$F2k5S3lUa/U8jdgcQAxdgg$AKyoD0Qu7rxlvnseM/BlwBZFURZd1fGcBEaDGYaJs/I',
        ]
    }

    def "a hash that nobody can read is told of once, without the hash"() {
        given:
        def hasher = open()
        def log = LoggerFactory.getLogger(PooledPasswordHasher) as Logger
        def lines = new ListAppender<ILoggingEvent>()
        lines.start()
        log.addAppender(lines)

        when:
        3.times { hasher.compare(password('correct horse battery'), new PasswordHash('canary')) }

        then:
        lines.list.size() == 1
        !lines.list.first().toString().contains('canary')
        hasher.work().unreadable() == 3

        cleanup:
        log.detachAppender(lines)
        hasher.close()
    }

    def "a YES does not wait for a step"() {
        given:
        def hasher = open(refusalStep: Duration.ofDays(1))
        def hash = hasher.hash(password('correct horse battery'))

        expect:
        hasher.compare(password('correct horse battery'), hash) == YES

        cleanup:
        hasher.close()
    }

    def "a NO is told at a step after the attempt began, whatever was looked up in between"() {
        given:
        def hasher = open(refusalStep: Duration.ofSeconds(2))
        hasher.compare(password('correct horse battery'), hasher.hash(password('correct horse battery')))
        def began = System.nanoTime()

        when:
        def hearing = hasher.hear()
        sleep(700)
        def attempt = hearing.attempt()
        sleep(500)
        attempt.compareWithNothing(password('wrong'))
        def took = Duration.ofNanos(System.nanoTime() - began)

        then:
        took >= Duration.ofSeconds(2)
        took < Duration.ofSeconds(3)

        cleanup:
        hasher.close()
    }

    def "a NO without a comparison is told at the same step, and costs none"() {
        given:
        def hasher = open(refusalStep: Duration.ofSeconds(2))
        hasher.compare(password('correct horse battery'), hasher.hash(password('correct horse battery')))
        def before = hasher.work()
        def began = System.nanoTime()

        when:
        def hearing = hasher.hear()
        sleep(1200)
        hearing.refuse()
        def took = Duration.ofNanos(System.nanoTime() - began)

        then:
        took >= Duration.ofSeconds(2)
        took < Duration.ofSeconds(3)
        hasher.work() == before

        cleanup:
        hasher.close()
    }

    def "who waits for a NO keeps nobody from being served"() {
        given:
        def hasher = open(threads: 1, refusalStep: Duration.ofDays(1))
        def hash = hasher.hash(password('correct horse battery'))
        def answer = new CompletableFuture()
        def wrong = Thread.ofVirtual().start { answer.complete(question(hasher, hash)) }
        new PollingConditions(timeout: 10).eventually { assert hasher.work().computations() == 2 }

        when:
        def others = hasher.compare(password('correct horse battery'), hash)

        then:
        others == YES
        !answer.done

        when:
        wrong.interrupt()

        then:
        answer.join() in [NO, null]

        cleanup:
        hasher.close()

        where:
        question << NOS
    }

    def "nobody can ask for hashes that could not be read again"() {
        when:
        open(preferred: absurd)

        then:
        thrown(IllegalArgumentException)

        where:
        absurd << [
            new PreferredHash.Argon2id(1 << 20, 1, 1),
            new PreferredHash.Argon2id(47104, 0, 1),
            new PreferredHash.Argon2id(47104, 1000, 1),
            new PreferredHash.Argon2id(8, 1, 2),
            new PreferredHash.Bcrypt(3),
            new PreferredHash.Bcrypt(16),
        ]
    }

    def "hashing needs a thread, a place and a time"() {
        when:
        new HashingSettings(SMALL, threads, places, wait, step)

        then:
        thrown(IllegalArgumentException)

        where:
        threads | places | wait                    | step
        0       | 1      | Duration.ofSeconds(1)   | AT_ONCE
        1       | 0      | Duration.ofSeconds(1)   | AT_ONCE
        1       | 1      | Duration.ZERO           | AT_ONCE
        1       | 1      | Duration.ofSeconds(-1)  | AT_ONCE
        1       | 1      | Duration.ofSeconds(1)   | Duration.ofMillis(-1)
    }

    private static Closure<?> unreadable(String stored) {
        { PooledPasswordHasher asked, PasswordHash ignored -> asked.compare(password('wrong'), new PasswordHash(stored)) }
    }

    static PooledPasswordHasher open(Map<String, ?> with = [:]) {
        new PooledPasswordHasher(new HashingSettings(
                (with.preferred ?: SMALL) as PreferredHash,
                (with.threads ?: 2) as int,
                64,
                Duration.ofMinutes(1),
                (with.refusalStep ?: AT_ONCE) as Duration))
    }
}
