package dev.beranda.domain.credential

import dev.beranda.domain.shared.Flaw
import dev.beranda.domain.shared.Parsed
import spock.lang.Rollup
import spock.lang.Specification

class PasswordPolicySpec extends Specification {

    static final STRONG = new StrengthEstimate(4, false, [])
    static final COMMON = new StrengthEstimate(0, true, ['advice_common_password'])

    @Rollup
    def "a password is as long as the house wants it, counted in characters"() {
        expect:
        policy(minimum: minimum).judge(password(text), []).flaws() == flaws

        where:
        minimum | text                   || flaws
        12      | 'elevenchars'          || [new Flaw('password_too_short', 12)]
        12      | 'twelve chars'         || []
        12      | ' spaces too '         || []
        12      | '😀' * 11               || [new Flaw('password_too_short', 12)]
        12      | '😀' * 12               || []
        12      | 'e\u0301' * 11         || [new Flaw('password_too_short', 12)]
        8       | 'sevench'              || [new Flaw('password_too_short', 8)]
        8       | 'eight ch'             || []
        12      | ''                     || [new Flaw('password_too_short', 12)]
        12      | 'no capitals or signs' || []
        12      | 'x' * 512              || []
    }

    def "no house may ask for less than eight"() {
        when:
        policy(minimum: 7)

        then:
        thrown(IllegalArgumentException)
    }

    def "a password that everybody tries first is refused, and the estimate says why"() {
        when:
        def judgement = policy(estimate: COMMON).judge(password('passwordpassword'), [])

        then:
        judgement.flaws() == [new Flaw('password_too_common')]
        judgement.estimate().advice() == ['advice_common_password']
        !judgement.goodEnough
    }

    def "a weak password that is not common is the person's own business"() {
        expect:
        policy(estimate: new StrengthEstimate(0, false, [])).judge(password('a weak password'), []).goodEnough
    }

    def "a password does not name the person"() {
        expect:
        policy().judge(password(text), personal).flaws() == flaws

        where:
        text                    | personal                || flaws
        'budisantoso77'         | ['budisantoso']         || [new Flaw('password_contains_identity')]
        'i am BudiSantoso!'     | ['budisantoso']         || [new Flaw('password_contains_identity')]
        'budi@example.test!'    | ['budi@example.test']   || [new Flaw('password_contains_identity')]
        'i am BudiSantoso!'     | ['Siti', 'BUDISANTOSO'] || [new Flaw('password_contains_identity')]
        'correct horse battery' | ['budisantoso']         || []
        'anagrams are fine'     | ['ana']                 || []
        'correct horse battery' | ['']                    || []
        'correct horse battery' | []                      || []
    }

    def "the strength is estimated with the personal words in mind"() {
        given:
        def heard = []
        def strength = { Password password, List<String> personal ->
            heard << [password.reveal(), personal]
            STRONG
        } as PasswordStrength

        when:
        policy(strength: strength).judge(password('correct horse battery'), ['budi', 'example'])

        then:
        heard == [['correct horse battery', ['budi', 'example']]]
    }

    def "a password from a stolen collection is refused"() {
        expect:
        policy(breached: { true }).judge(password('correct horse battery'), []).flaws() == [new Flaw('password_breached')]
    }

    def "nobody outside is asked about a password that is refused anyway"() {
        given:
        def asked = 0
        def policy = policy(breached: {
            asked++
            true
        })

        expect:
        policy.judge(password('short'), []).flaws() == [new Flaw('password_too_short', 12)]
        asked == 0
    }

    def "nor where nobody outside is to be asked"() {
        given:
        def asked = 0
        def policy = policy(breached: {
            asked++
            true
        })

        expect:
        policy.judgeAlone(password('correct horse battery'), []).goodEnough
        policy.judgeAlone(password('short'), []).flaws() == [new Flaw('password_too_short', 12)]
        asked == 0
    }

    def "every broken rule is told at once"() {
        expect:
        policy(estimate: COMMON).judge(password('budi1234'), ['budi']).flaws() == [
            new Flaw('password_too_short', 12),
            new Flaw('password_too_common'),
            new Flaw('password_contains_identity')
        ]
    }

    private static PasswordPolicy policy(Map<String, ?> with = [:]) {
        def strength = with.strength ?: ({ Password password, List<String> personal -> with.estimate ?: STRONG } as PasswordStrength)
        def breached = (with.breached ?: { false }) as BreachedPasswords
        new PasswordPolicy(with.minimum ?: PasswordPolicy.USUAL_MINIMUM, strength as PasswordStrength, breached)
    }

    private static Password password(String text) {
        (Password.parse(text) as Parsed.Valid<Password>).value()
    }
}
