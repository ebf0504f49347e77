package dev.beranda.adapter.security.password

import spock.lang.Rollup
import spock.lang.Specification
import spock.lang.Timeout

import static dev.beranda.adapter.security.password.Passwords.password
import static dev.beranda.domain.credential.PasswordHasher.Match.NO
import static dev.beranda.domain.credential.PasswordHasher.Match.YES
import static dev.beranda.domain.credential.PasswordHasher.Match.YES_BUT_OUTDATED

class Argon2SchemeSpec extends Specification {

    static final USUAL = PreferredHash.Argon2id.USUAL
    static final SMALL = new PreferredHash.Argon2id(64, 1, 1)
    static final SALT_AND_DIGEST = '$MDEyMzQ1Njc4OWFiY2RlZg$BdC+Z3/suygentpQAw2yKvv0zd5DAfCEKxfMKYYjZdg'

    @Rollup
    def "hashes made by the reference implementation are understood, in C and in Java"() {
        given:
        def stored = new Argon2Scheme({ argon2 }, USUAL).read(encoded).orElseThrow()

        expect:
        stored.compare(password(text)) == match
        stored.compare(password(text + ' ')) == NO

        where:
        [[encoded, text, match], argon2] << [[
            ['$argon2id$v=19$m=64,t=3,p=4$7v8F2+k8dNFODA8I52/8Fw$rfKVJhnGVHhxzfFXnPPumUPlFEqRwhex87kkSdxMcyU', 'pässwörd €😀', YES_BUT_OUTDATED],
            ['$argon2id$v=19$m=8,t=2,p=1$hS9WFTriQXfFwHKMKBeAGQ$Gp9dXPhKudI40ztz5ienmG3jtDT52++xX52bMvkuGro', '', YES_BUT_OUTDATED],
            ['$argon2id$v=19$m=64,t=1,p=1$Yi7Yx+8bPt3XTsurqOkHhQ$WdCQ4KsEHLEdIUFPvYapNNYiLrIA8Lb4F9ZkK7roqB0', 'abc\0x', YES_BUT_OUTDATED],
            ['$argon2i$v=19$m=100,t=2,p=3$F2k5S3lUa/U8jdgcQAxdgg$AKyoD0Qu7rxlvnseM/BlwBZFURZd1fGcBEaDGYaJs/I', 'correct horse battery', YES_BUT_OUTDATED],
            ['$argon2d$v=19$m=64,t=1,p=1$OjeMZdz3jGIghGofdyb7Dg$VOmtetuhGVx6/fQ5FCzmJXbjO162FlN6ZfoYd7cBIDs', 'correct horse battery', YES_BUT_OUTDATED],
            ['$argon2id$v=19$m=64,t=1,p=1$wP/73cBQ0H0$Bij3WH0fQk4YADfBjH837A', 'correct horse battery', YES_BUT_OUTDATED],
            ['$argon2id$v=16$m=64,t=2,p=1' + SALT_AND_DIGEST, 'correct horse battery', YES_BUT_OUTDATED],
            ['$argon2id$m=64,t=2,p=1' + SALT_AND_DIGEST, 'correct horse battery', YES_BUT_OUTDATED],
            ['argon2$argon2id$v=19$m=256,t=1,p=2$SUdEUnl1TWthRW9EMnUwR0szakV5TQ$EnHzbmEKH455JAl5Lg1HhzuXl4NZj4a/0gGca1L4iQM', 'pässwörd €😀', YES_BUT_OUTDATED],
        ], [Argon2.fastest(), new BouncyArgon2()]].combinations()
    }

    def "hashes at the usual cost, ours and Django's, are understood"() {
        expect:
        new Argon2Scheme(Argon2::fastest, USUAL).read(encoded).orElseThrow().compare(password('correct horse battery')) == match

        where:
        encoded                                                                                                            || match
        '$argon2id$v=19$m=47104,t=1,p=1$gkEfHocW2a2yJogzVJZBxQ$RcGK7KQvR4TKDd9wF0HgEmEdN8kb0eRDmlxtcbqfHVo'                 || YES
        'argon2$argon2id$v=19$m=102400,t=2,p=8$VFlBbFk0QkhOSHpaekV2SzBOVzZxNw$wS1ce4N9JwZehthZQr8j336rUToKoaD49yPGVlZ4wc0' || YES_BUT_OUTDATED
    }

    def "a new hash says how it was made"() {
        given:
        def hash = new Argon2Scheme(Argon2::fastest, new PreferredHash.Argon2id(128, 2, 3)).hash(password('correct horse battery'))

        expect:
        hash ==~ '\\$argon2id\\$v=19\\$m=128,t=2,p=3\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}'
    }

    def "the usual cost is the one of the recommendations"() {
        expect:
        new Argon2Scheme(Argon2::fastest, USUAL).decoy().startsWith('$argon2id$v=19$m=47104,t=1,p=1$')
    }

    def "a hash made at any other cost is outdated"() {
        given:
        def hash = new Argon2Scheme(Argon2::fastest, made).hash(password('correct horse battery'))

        expect:
        new Argon2Scheme(Argon2::fastest, SMALL).read(hash).orElseThrow().compare(password('correct horse battery')) == match

        where:
        made                               || match
        SMALL                              || YES
        new PreferredHash.Argon2id(63, 1, 1)  || YES_BUT_OUTDATED
        new PreferredHash.Argon2id(65, 1, 1)  || YES_BUT_OUTDATED
        new PreferredHash.Argon2id(64, 2, 1)  || YES_BUT_OUTDATED
        new PreferredHash.Argon2id(64, 1, 2)  || YES_BUT_OUTDATED
    }

    def "no decoy is the hash of the password, and no two are alike"() {
        given:
        def scheme = new Argon2Scheme(Argon2::fastest, SMALL)

        expect:
        scheme.decoy() != scheme.decoy()
        scheme.read(scheme.decoy()).orElseThrow().compare(password('')) == NO
    }

    @Timeout(5)
    def "what cannot be a hash, or would cost too much, is not begun: #encoded"() {
        expect:
        new Argon2Scheme({ throw new AssertionError('computed') }, USUAL).read(encoded).empty

        where:
        encoded << [
            '',
            '$argon2id$',
            '$argon2id$v=19$m=64,t=1000000000,p=1' + SALT_AND_DIGEST,
            '$argon2id$v=19$m=64,t=9999999999999999999,p=1' + SALT_AND_DIGEST,
            '$argon2id$v=19$m=2147483648,t=1,p=1' + SALT_AND_DIGEST,
            '$argon2id$v=19$m=2147483647,t=1,p=1' + SALT_AND_DIGEST,
            '$argon2id$v=19$m=262145,t=1,p=1' + SALT_AND_DIGEST,
            '$argon2id$v=19$m=262144,t=5,p=1' + SALT_AND_DIGEST,
            '$argon2id$v=19$m=64,t=1,p=16777215' + SALT_AND_DIGEST,
            '$argon2id$v=19$m=64,t=1,p=9' + SALT_AND_DIGEST,
            '$argon2id$v=19$m=64,t=0,p=1' + SALT_AND_DIGEST,
            '$argon2id$v=19$m=64,t=1,p=0' + SALT_AND_DIGEST,
            '$argon2id$v=19$m=0,t=1,p=0' + SALT_AND_DIGEST,
            '$argon2id$v=20$m=64,t=1,p=1' + SALT_AND_DIGEST,
            '$argon2id$v=19$m=-64,t=1,p=1' + SALT_AND_DIGEST,
            '$argon2id$v=19$m=٦٤,t=1,p=1' + SALT_AND_DIGEST,
            '$argon2x$v=19$m=64,t=1,p=1' + SALT_AND_DIGEST,
            '$argon2id$v=19$m=64,t=1,p=1' + SALT_AND_DIGEST + '\n',
            '$argon2id$v=19$m=64,t=1,p=1' + SALT_AND_DIGEST + '$',
            '$argon2id$v=19$m=64,t=1,p=1$MDEyMzQ1Njc4OWFiY2RlZ!$BdC+Z3/suygentpQAw2yKvv0zd5DAfCEKxfMKYYjZdg',
            '$argon2id$v=19$m=64,t=1,p=1$MDEyMzQ1Njc4OWFiY2RlZ$BdC+Z3/suygentpQAw2yKvv0zd5DAfCEKxfMKYYjZdg',
            '$argon2id$v=19$m=64,t=1,p=1$MDEyMzQ1Njc4OWFiY2RlZg$BdC+Z3/suygentpQAw2yKvv0zd5DAfCEKxfMKYYjZ',
            '$argon2id$v=19$m=64,t=1,p=1$MDEyMzQ1Njc4OWFiY2RlZg$',
            '$argon2id$v=19$m=64,t=1,p=1$MDEyMzQ1Njc4OWFiY2RlZg$AA',
            '$argon2id$v=19$m=64,t=1,p=1$AA$BdC+Z3/suygentpQAw2yKvv0zd5DAfCEKxfMKYYjZdg',
        ]
    }
}
