package dev.beranda.adapter.security.password

import com.nulabinc.zxcvbn.Feedback
import spock.lang.Rollup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.Timeout

import java.lang.reflect.Modifier

import static dev.beranda.adapter.security.password.Passwords.password

class ZxcvbnPasswordStrengthSpec extends Specification {

    static final RANDOM = new Random(7)

    @Shared
    ZxcvbnPasswordStrength strength = new ZxcvbnPasswordStrength(['Beranda'])

    def "'#text' is tried first by everybody"() {
        when:
        def estimate = strength.estimate(password(text), [])

        then:
        estimate.common()
        estimate.score() == 0
        estimate.advice().first() == 'advice_common_password'

        where:
        text << [
            'password', 'PassWord', 'passwordpassword', 'PasswordPasswordPassword', 'password1234', '1234password', '12password!!',
            'p@ssw0rd', 'P@$$w0rd', 'p4ssw0rdp4ssw0rd', 'pa55word2024', 'password12345', 'qwertyqwerty1', 'qwertyuiop[]', 'asdasdasdasd',
            'aaaaaaaaaaaa', 'AAAAAAAAAAAAAAAA', '            ', '000000000000', '123456789012', '123123123123', 'abcdefghijkl', 'bismillah123',
            'beranda', 'beranda12345', 'BERANDA2024!', '!!2024-beranda-2025!!', 'berandaberanda', 'b3r4nd4b3r4nd4',
        ]
    }

    @Rollup
    def "what nobody's list holds is not common, however weak"() {
        expect:
        !strength.estimate(password(text), ['budi']).common()

        where:
        text << [
            'correct horse battery', ' pass phrase ', '😀' * 15, '😀😁😂🤣😃😄😅😆😉😊😋😎😍😘🥰', 'a' * 72 + 'X', 'a' * 72 + '1', 'a' * 72 + '!',
            '€' * 24 + 'suffix', 'a' * 72, 'kopi tubruk di beranda', 'the veranda of beranda', 'sunny42correct', 'abc\0xyzuvw17', '',
            randomly(12), randomly(64), randomly(128), randomly(256), randomly(512),
        ]
    }

    def "the more there is to guess, the higher the score"() {
        expect:
        strength.estimate(password(text), []).score() == score

        where:
        text                           || score
        ''                             || 0
        'sunshine2024!'                || 2
        'correct horse battery'        || 4
        'correct horse battery staple' || 4
    }

    def "words that say who the person is are guessed first"() {
        given:
        def alone = strength.estimate(password('zulkarnaensyah1'), [])
        def known = strength.estimate(password('zulkarnaensyah1'), ['ZULKARNAENSYAH'])

        expect:
        known.score() < alone.score()
        known.advice().contains('advice_personal_word')
        !alone.advice().contains('advice_personal_word')
    }

    def "it says what is weak about '#text'"() {
        expect:
        strength.estimate(password(text), []).advice().containsAll(advice)

        where:
        text            || advice
        'sunshine2024!' || ['advice_similar_to_common', 'advice_add_words']
        'nietzsche'     || ['advice_add_words']
        'zxcvfr'        || ['advice_keyboard_pattern']
        '€€€€€€€€'      || ['advice_repeats']
        '13.05.1987'    || ['advice_dates']
        'Sunshine'      || ['advice_capitals']
        'drowssap'      || ['advice_reversed_words']
        'p@ssword'      || ['advice_substitutions']
        ''              || ['advice_use_few_words']
    }

    def "a strong password needs no advice"() {
        expect:
        strength.estimate(password('correct horse battery staple'), []).advice().empty
    }

    def "for everything zxcvbn has to say there is a word of ours, and all of them are listed"() {
        given:
        def keys = Feedback.declaredFields
                .findAll { Modifier.isPublic(it.modifiers) && it.type == String }
                .collect { it.get(null) }

        expect:
        keys.size() > 20
        Advice.WORDS.keySet() == keys.toSet()
        ZxcvbnPasswordStrength.ADVICE.containsAll(Advice.WORDS.values())
        ZxcvbnPasswordStrength.ADVICE.contains('advice_personal_word')
        ZxcvbnPasswordStrength.ADVICE.every { it ==~ /advice(_[a-z]+)+/ }
        ZxcvbnPasswordStrength.ADVICE == ZxcvbnPasswordStrength.ADVICE.toSet().sort()
    }

    @Rollup
    @Timeout(20)
    def "nothing keeps it busy for long"() {
        expect:
        !strength.estimate(password(text), ['budi', 'budi@example.test']).common()

        where:
        text << [
            '4@8({[<369&#!1/|\\$5+7%2zoO0' * 18, 'p455w0rd!|1[{(<+7%2@4' * 20, '4b8c(d{3g69h#i!l1|o0s$5t+7x%z2@' * 16,
            '40xwe0Aqd/7e0b-Cd7c<$<<u{9x{ c<$<<rz2os(9dems-[e{ap9!i%04p[A746b' * 8, '1.1.11.1.11.1.1111/11/11' * 20, 'a' * 512, 'ab' * 256,
            '1/' * 256, 'aab' * 170, 'qwertyuiopasdfghjklzxcvbnm' * 19, '😀' * 512,
        ]
    }

    def "signs that could stand for too many letters stand for none"() {
        expect:
        Disguises.limit(text) == seen

        where:
        text                 || seen
        'p@$$w0rd!'          || 'p@$$w0rd!'
        '4@$5'               || '4@$5'
        '1234567890'         || '1234567890'
        '({[<'               || '({[<'
        '4@({a1'             || '4@({a1'
        '4@({[a1'            || '4\uE040\uE028\uE07B\uE05Ba1'
        'correct horse (<{[' || 'correct horse (<{['
    }

    static String randomly(int length) {
        (1..length).collect { (char) (33 + RANDOM.nextInt(94)) }.join('')
    }
}
