package dev.beranda.adapter.security.totp

import dev.beranda.adapter.security.token.InstallationSecret
import dev.beranda.domain.factor.RecoveryMint
import dev.beranda.domain.factor.RecoveryMintContract

class HmacRecoveryMintSpec extends RecoveryMintContract {

    RecoveryMint mint = new HmacRecoveryMint(InstallationSecret.of('mkKd0Rzg9EEN31u+xj/Tvs0pJyo9y6Fv5XT8sKWs3lM='))

    def "a code has four groups of four, from all over the alphabet"() {
        given:
        def codes = (1..400).collect { mint.draw().reveal() }

        expect:
        codes.every { it ==~ /[a-z2-7]{4}(-[a-z2-7]{4}){3}/ }
        codes*.getAt(0).toSet().size() == 32
        codes*.getAt(18).toSet().size() == 32
    }

    def "whoever has the digests but not the secret cannot try codes"() {
        given:
        def other = new HmacRecoveryMint(InstallationSecret.of('0kKd0Rzg9EEN31u+xj/Tvs0pJyo9y6Fv5XT8sKWs3lM='))
        def code = mint.draw()

        expect:
        mint.digestOf(ayu, code).reveal() != other.digestOf(ayu, code).reveal()
        mint.digestOf(ayu, code).reveal().length == 32
    }
}
