package dev.beranda.adapter.security.password

import dev.beranda.domain.credential.PasswordHash
import dev.beranda.domain.credential.PasswordHasherContract
import spock.lang.AutoCleanup

import static dev.beranda.domain.credential.PasswordHasher.Match.YES
import static dev.beranda.domain.credential.PasswordHasher.Match.YES_BUT_OUTDATED

class BcryptPreferredSpec extends PasswordHasherContract {

    @AutoCleanup
    PooledPasswordHasher hasher = PooledPasswordHasherSpec.open(preferred: new PreferredHash.Bcrypt(4))

    def "plain hashes of the same cost count as current, and so do better ones"() {
        expect:
        hasher.compare(password('correct horse battery'), new PasswordHash(stored)) == match

        where:
        stored                                                                                               || match
        '$2b$04$3plq/EJR7EiQrZN42snkWOGk/IFe3vK7EjemcYxJqbYta2Fklb5iC'                                       || YES
        '$2a$04$Wbvj6hX1OAo3i2BVCPRKWehFvsU49tzHOENiuOlfhyK8X3y4m690m'                                       || YES
        'bcrypt_sha256$$2b$04$y3ZCCmzGDsDGFn.9bDPjI.C3fZZBBXVqU6D8IdMZc4P3wqScBQlei'                         || YES
        '$argon2id$v=19$m=47104,t=1,p=1$gkEfHocW2a2yJogzVJZBxQ$RcGK7KQvR4TKDd9wF0HgEmEdN8kb0eRDmlxtcbqfHVo' || YES
        '$2b$10$gyERZk9TzVR484mGDjfkj.p1ArL0kxlCOJir3pNhsqEUCsWnSA68C'                                       || YES_BUT_OUTDATED
        '$argon2id$v=19$m=64,t=1,p=1$wP/73cBQ0H0$Bij3WH0fQk4YADfBjH837A'                                     || YES_BUT_OUTDATED
        'pbkdf2_sha256$1000$NaCl4salt$cgnOLqPJxB5J1ThYxUwwmnaMJKN15irHo2iv1obNbI0='                          || YES_BUT_OUTDATED
    }

    def "a decoy is no dearer than a hash"() {
        expect:
        hasher.hash(password('correct horse battery')).reveal().startsWith('bcrypt_sha256$$2b$04$')
        Schemes.preferring(new PreferredHash.Bcrypt(4)).decoy().kind() == 'bcrypt 4'
    }
}
