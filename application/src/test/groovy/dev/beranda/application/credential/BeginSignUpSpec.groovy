package dev.beranda.application.credential

import dev.beranda.application.UseCaseSpecification
import dev.beranda.domain.shared.ClientAddress

class BeginSignUpSpec extends UseCaseSpecification {

    static final ELSEWHERE = new ClientAddress('203.0.113.8', '203.0.113.8')

    def begin = new BeginSignUp(throttle)

    def "from one address come so many forms, several to each account that may be opened from there"() {
        when:
        def outcomes = (0..BeginSignUp.PER_ADDRESS.attempts()).collect { begin.begin(new BeginSignUp.Command(SOMEWHERE)) }

        then:
        outcomes.countBy { it.class } == [
            (BeginSignUp.Outcome.Begun): 5 * SignUp.PER_ADDRESS.attempts(), (BeginSignUp.Outcome.TooManyAttempts): 1]
        begin.begin(new BeginSignUp.Command(ELSEWHERE)) instanceof BeginSignUp.Outcome.Begun
    }
}
