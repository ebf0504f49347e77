package dev.beranda.adapter.security.password

import spock.lang.Rollup
import spock.lang.Specification
import spock.lang.Timeout

import static dev.beranda.adapter.security.password.Passwords.password
import static dev.beranda.domain.credential.PasswordHasher.Match.NO
import static dev.beranda.domain.credential.PasswordHasher.Match.YES
import static dev.beranda.domain.credential.PasswordHasher.Match.YES_BUT_OUTDATED

class BcryptSchemeSpec extends Specification {

    static final PHRASE = 'correct horse battery'
    static final OF_PHRASE = '$2b$04$3plq/EJR7EiQrZN42snkWOGk/IFe3vK7EjemcYxJqbYta2Fklb5iC'
    static final OF_72_LETTERS = '$2b$04$Ql1NxjxJZG3xnDACt/v5TeDc6YKgZVw0r06XUg/sLsd8otSqhcSam'

    @Rollup
    def "hashes from Python, Perl and Django are understood, in C and in Java"() {
        given:
        def stored = new BcryptScheme({ bcrypt }, BcryptHash.NO_COST).read(encoded).orElseThrow()

        expect:
        stored.compare(password(text)) == YES_BUT_OUTDATED
        stored.compare(password('x' + text)) == NO

        where:
        [[encoded, text], bcrypt] << [[
            [OF_PHRASE, PHRASE],
            ['$2a$04$Wbvj6hX1OAo3i2BVCPRKWehFvsU49tzHOENiuOlfhyK8X3y4m690m', PHRASE],
            ['$2b$10$gyERZk9TzVR484mGDjfkj.p1ArL0kxlCOJir3pNhsqEUCsWnSA68C', PHRASE],
            ['bcrypt$$2b$04$x5QgUPAooT5AtIh6TpyCt.7RWdse6LO/dEFG6hpFhiW7KCxL965MG', PHRASE],
            ['$2b$04$umizpAN4SgzRI7WVBdrmjOnLCbllO4Y6iG3Hnau4Y9XFBSyCZzJI6', 'pässwörd €😀'],
            ['$2a$04$0.b8S/VtAE5ZxBq4olQxXOqHm4mrAFZFRD7AEI0sIJEtuVU5xEVYq', 'pässwörd €😀'],
            ['$2y$04$abcdefghijklmnopqrstuuqVj55e6.LS4.ZX/zsPY3vFwMoG16F5.', 'pässwörd €😀'],
            ['$2y$04$abcdefghijklmnopqrstuuBzzIgyKkz7xMWYSzkIjUSnxEQFQ0WNe', 'a' * 80],
            ['$2b$04$LHjxYrdJKksBygprRubIMeqisgSC8fShRYfoleBpH/ErLW0uUlzta', ''],
            [OF_72_LETTERS, 'a' * 72],
        ], [Bcrypt.fastest(), new BouncyBcrypt()]].combinations()
    }

    @Rollup
    def "hashes that Django condensed first are understood, in C and in Java"() {
        given:
        def stored = new BcryptSha256Scheme({ bcrypt }, 4).read(encoded).orElseThrow()

        expect:
        stored.compare(password(text)) == YES
        stored.compare(password(text + 'x')) == NO

        where:
        [[encoded, text], bcrypt] << [[
            ['bcrypt_sha256$$2b$04$y3ZCCmzGDsDGFn.9bDPjI.C3fZZBBXVqU6D8IdMZc4P3wqScBQlei', PHRASE],
            ['bcrypt_sha256$$2b$04$9yqNZumCuLsjbyeW.1pwMeUG3dvX8CCcIXiq/I3sZZxYL2kuoGoCa', 'pässwörd €😀'],
            ['bcrypt_sha256$$2b$04$0xzR8z2T93cBG5vwn4OcNOVmScK3Qg1PeVHXim817ffKc/SR6WmRq', 'a' * 72 + 'X'],
        ], [Bcrypt.fastest(), new BouncyBcrypt()]].combinations()
    }

    @Rollup
    def "the function of this machine agrees with the one in Java, whatever it is asked"() {
        given:
        def setting = BcryptHash.setting(4, salt)

        expect:
        Bcrypt.fastest().digest(text.getBytes('UTF-8'), setting) == new BouncyBcrypt().digest(text.getBytes('UTF-8'), setting)

        where:
        text      | salt
        ''        | '......................'
        'a'       | 'zzzzzzzzzzzzzzzzzzzzzu'
        'é' * 36  | '/9/9/9/9/9/9/9/9/9/9/O'
        'é' * 40  | 'abcdefghijklmnopqrstuu'
        'a' * 254 | 'abcdefghijklmnopqrstuu'
        'a' * 300 | 'abcdefghijklmnopqrstuu'
        '😀' * 512 | 'ABCDEFGHIJKLMNOPQRSTU.'
    }

    def "a plain hash never knew what came after 72 bytes, and whoever comes in by it is hashed anew"() {
        given:
        def stored = new BcryptScheme(Bcrypt::fastest, 4).read(OF_72_LETTERS).orElseThrow()

        expect:
        stored.compare(password('a' * length)) == match

        where:
        length || match
        71     || NO
        72     || YES
        73     || YES_BUT_OUTDATED
        512    || YES_BUT_OUTDATED
    }

    @Rollup
    def "a password with a zero byte belongs to no plain hash, in C and in Java"() {
        expect:
        new BcryptScheme({ bcrypt }, 4).read(OF_PHRASE).orElseThrow().compare(password(text)) == NO

        where:
        [text, bcrypt] << [[PHRASE + '\0', PHRASE + '\0x', PHRASE + '\0' + PHRASE], [Bcrypt.fastest(), new BouncyBcrypt()]].combinations()
    }

    def "a plain hash at the preferred cost is current, at any other it is not"() {
        expect:
        new BcryptScheme(Bcrypt::fastest, preferred).read(OF_PHRASE).orElseThrow().compare(password(PHRASE)) == match

        where:
        preferred          || match
        4                  || YES
        5                  || YES_BUT_OUTDATED
        BcryptHash.NO_COST || YES_BUT_OUTDATED
    }

    def "a new hash is one that Django could read"() {
        given:
        def scheme = new BcryptSha256Scheme(Bcrypt::fastest, 4)

        expect:
        scheme.hash(password(PHRASE)) ==~ /bcrypt_sha256\$\$2b\$04\$[.\/A-Za-z0-9]{53}/
        scheme.hash(password(PHRASE)) != scheme.hash(password(PHRASE))
    }

    def "no decoy is the hash of the password, and no two are alike"() {
        given:
        def scheme = new BcryptSha256Scheme(Bcrypt::fastest, 4)

        expect:
        scheme.decoy() != scheme.decoy()
        scheme.read(scheme.decoy()).orElseThrow().compare(password('')) == NO
    }

    @Timeout(5)
    def "what cannot be a hash, or would cost too much, is not begun: #encoded"() {
        given:
        def unused = { throw new AssertionError('computed') }

        expect:
        new BcryptScheme(unused, 4).read(encoded).empty
        new BcryptSha256Scheme(unused, 4).read('bcrypt_sha256$' + encoded).empty

        where:
        encoded << [
            '',
            '$2b$',
            '$2b$31$3plq/EJR7EiQrZN42snkWOGk/IFe3vK7EjemcYxJqbYta2Fklb5iC',
            '$2b$16$3plq/EJR7EiQrZN42snkWOGk/IFe3vK7EjemcYxJqbYta2Fklb5iC',
            '$2b$03$3plq/EJR7EiQrZN42snkWOGk/IFe3vK7EjemcYxJqbYta2Fklb5iC',
            '$2b$99999999999$3plq/EJR7EiQrZN42snkWOGk/IFe3vK7EjemcYxJqbYta2Fklb5iC',
            '$2x$04$3plq/EJR7EiQrZN42snkWOGk/IFe3vK7EjemcYxJqbYta2Fklb5iC',
            '$2$04$3plq/EJR7EiQrZN42snkWOGk/IFe3vK7EjemcYxJqbYta2Fklb5iC',
            '$2b$04$3plq/EJR7EiQrZN42snkWOGk/IFe3vK7EjemcYxJqbYta2Fklb5i',
            '$2b$04$3plq/EJR7EiQrZN42snkWOGk/IFe3vK7EjemcYxJqbYta2Fklb5iCC',
            '$2b$04$3plq/EJR7EiQrZN42snkWOGk+IFe3vK7EjemcYxJqbYta2Fklb5iC',
            '$2b$04$3plq/EJR7EiQrZN42snkWOGk/IFe3vK7EjemcYxJqbYta2Fklb5iC\n',
        ]
    }
}
