package dev.beranda.adapter.security.password

import spock.lang.Rollup
import spock.lang.Specification
import spock.lang.Timeout

import static dev.beranda.adapter.security.password.Passwords.password
import static dev.beranda.domain.credential.PasswordHasher.Match.NO
import static dev.beranda.domain.credential.PasswordHasher.Match.YES_BUT_OUTDATED

class ScryptSchemesSpec extends Specification {

    static final PHRASE = 'correct horse battery'
    static final UNICODE = 'pässwörd €😀'
    static final DIGEST = 'v3ZoMzqK3Hh6m5o9RLJ6ptMZgOHwiBl7fWZZvCa2/AWoTQMRUi+Z7LGx78AsIhHZT3XRkwahuGef/Hc7zY+jyQ=='

    static final SIGNER = 'jxspr8Ki0RYycVU8zykbdLGjFQ3McFUH0uiiTvC8pVMXAn210wjLNmdZJzxUECKbm0QsEmYUSDzZvpjeJ9WmXA=='
    static final SIGNED = 'ibs9huSHr0fFYD4PLTsikxBnkIXlLRQynAeI/geb0SmdMbEgVIiHq3qlwOEwuyW14MMdJfh2DzU9WUV1oOmHqA=='

    @Rollup
    def "Django's hashes are understood, and made anew at once"() {
        given:
        def stored = new DjangoScryptScheme().read(encoded).orElseThrow()

        expect:
        stored.compare(password(text)) == YES_BUT_OUTDATED
        stored.compare(password(text + ' ')) == NO
        stored.compare(password(text + '\0')) == NO

        where:
        encoded                          | text
        'scrypt$1024$NaCl4salt$8$1$' + DIGEST | PHRASE
        'scrypt$1024$NaCl4salt$8$1$Vty5S7Fkd7gwOqZmj9ackJxLK+eto6hIDBuDnoPOYSbhYL2bejCnhm0W3NvaJYnkuJahFa5q85oL8uwhLrKHMA==' | UNICODE
        'scrypt$1024$NaCl4salt$8$1$QXx+z/cBRxRmqKEUqLe88ilWg/QArEyW6Qf2A8ronHNuyQPpMcaM80Lyf54iKCB+0hSHVUwLbThDjzkFGFV9Yw==' | ''
        'scrypt$64$NaCl4salt$4$3$ANGaUmX4uYXiMV+5e7zpvi/ICu6jUD+obdZ965j/o/CJhD2fRna9xjiXoixUYPPALzFmfGL/7tkOlFL/DFzlMQ=='    | PHRASE
        'scrypt$16384$NaCl4salt$8$5$QH2Aj/NkK0q3KWh8AyUGjcqF7UKyuvCNsrigw/ga7Gzb/aW83Rl+VS33YwhYyga6xrQu982RwYaBfkEy6O7x/g==' | PHRASE
    }

    @Rollup
    def "Firebase's hashes are understood, the one of its own example among them"() {
        given:
        def stored = new FirebaseScryptScheme().read(encoded).orElseThrow()

        expect:
        stored.compare(password(text)) == YES_BUT_OUTDATED
        stored.compare(password(text + ' ')) == NO
        stored.compare(password(text + '\0')) == NO

        where:
        encoded | text
        firebase('n=14,r=8,p=1', 'lSrfV15cpx95/sZS2W9c9Kp6i/LVgQNDNC/qzrCnh1SAyZvqmZqAjTdn3aoItz+VHjoZilo78198JAdRuid5lQ==') | 'user1password'
        firebase('n=10,r=8,p=1', SIGNED)                                                                                      | PHRASE
        firebase('n=10,r=8,p=1', 'K/aFa9y82Oih/FsCezezNAv5dEBgY6aAiGHL8HzWZloGqnZe2MKaLa6Pgw2wm5deKsHU6kO+vzsea1xDv3FvUg==') | UNICODE
    }

    @Timeout(5)
    def "what cannot be a hash, or would cost too much, is not begun: #encoded"() {
        expect:
        new DjangoScryptScheme().read(encoded).empty
        new FirebaseScryptScheme().read(encoded).empty

        where:
        encoded << [
            '', 'scrypt$', 'scrypt$1024$NaCl4salt$8$1$', '$fbscrypt$',
            'scrypt$1073741824$NaCl4salt$8$1$' + DIGEST,
            'scrypt$524288$NaCl4salt$1$1$' + DIGEST,
            'scrypt$65536$NaCl4salt$8$1$' + DIGEST,
            'scrypt$16384$NaCl4salt$8$9$' + DIGEST,
            'scrypt$16384$NaCl4salt$999$1$' + DIGEST,
            'scrypt$2$NaCl4salt$999$999$' + DIGEST,
            'scrypt$1000$NaCl4salt$8$1$' + DIGEST,
            'scrypt$1$NaCl4salt$8$1$' + DIGEST,
            'scrypt$0$NaCl4salt$8$1$' + DIGEST,
            'scrypt$1024$NaCl4salt$0$1$' + DIGEST,
            'scrypt$1024$NaCl4salt$8$0$' + DIGEST,
            'scrypt$-1024$NaCl4salt$8$1$' + DIGEST,
            'scrypt$1024$$8$1$' + DIGEST,
            'scrypt$1024$NaCl4salt$8$1$' + DIGEST[0..-2],
            'scrypt$1024$NaCl4salt$8$1$' + DIGEST + '\n',
            firebase('n=30,r=8,p=1', SIGNED),
            firebase('n=31,r=8,p=1', SIGNED),
            firebase('n=99,r=8,p=1', SIGNED),
            firebase('n=18,r=8,p=1', SIGNED),
            firebase('n=14,r=8,p=9', SIGNED),
            firebase('n=0,r=8,p=1', SIGNED),
            firebase('n=10,r=0,p=1', SIGNED),
            firebase('n=10,r=8,p=0', SIGNED),
            firebase('n=10,r=8,p=1', 'AAA=='),
            firebase('n=10,r=8,p=1', 'A' * 400),
        ]
    }

    private static String firebase(String cost, String hash) {
        "\$fbscrypt\$v=1,$cost,ss=Bw==,sk=$SIGNER\$42xEC+ixf3L2lw==\$$hash"
    }
}
