package dev.beranda.bootstrap.architecture

import com.tngtech.archunit.core.domain.JavaClass

import static HouseRule.should
import static HouseRule.typesThat
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes

/// Who may touch what must never leave.
final class SecretRules {

    /// How people prove who they are, with the ports that take or give it.
    static final List<String> OF_PEOPLE = [
        'domain.credential.Credentials',
        'domain.credential.Password',
        'domain.credential.PasswordCredential',
        'domain.credential.PasswordHash',
        'domain.credential.PasswordHasher',
    ]

    /// What stands for somebody who has come in already, and what it is made with.
    static final List<String> OF_SESSIONS = [
        'domain.session.AccessToken',
        'domain.session.RefreshToken',
        'domain.session.SealedKey',
    ]

    /// What is sent to people so that they can show it.
    static final List<String> OF_LETTERS = [
        'domain.letter.TicketCode',
        'domain.letter.TicketToken',
    ]

    /// What the second factor is proven with, and what stands for somebody who still owes it.
    static final List<String> OF_FACTORS = [
        'domain.factor.ChallengeToken',
        'domain.factor.RecoveryCode',
        'domain.factor.RecoveryDigest',
        'domain.factor.SealedSecret',
        'domain.factor.TotpCode',
        'domain.factor.TotpSecret',
    ]

    /// What people carry who go to a provider and come back.
    static final List<String> OF_IDENTITIES = [
        'domain.identity.VoucherCode',
        'domain.identity.BrowserKey',
        'domain.identity.ErrandSecrets',
        'domain.identity.ErrandToken',
        'domain.identity.ProviderCode',
    ]

    static final List<HouseRule> ALL = [
        new HouseRule('14 passwords stay with credentials', { House house ->
            classes().that(typesThat('do not look after credentials') { !speaks(house, it, 'credential') })
                .should(should('not see what people prove themselves with') { dependenciesOn(house, it, OF_PEOPLE) })
                .because('what few can see, few can lose: ask a use case of credential, which answers without the secret')
        }),
        new HouseRule('14 tokens stay with sessions', { House house ->
            classes().that(typesThat('do not look after sessions or credentials') {
                !speaks(house, it, 'credential', 'session', 'security')
            })
                .should(should('not see tokens and keys') { dependenciesOn(house, it, OF_SESSIONS) })
                .because('who acts is said by Access or Actor: take one of those')
        }),
        new HouseRule('14 tickets stay with letters', { House house ->
            classes().that(typesThat('do not look after letters or credentials') {
                !speaks(house, it, 'letter', 'credential', 'security', 'email')
            })
                .should(should('not see what letters carry') { dependenciesOn(house, it, OF_LETTERS) })
                .because('whoever holds a ticket may act as its person: take a Proof, and give it to a use case')
        }),
        new HouseRule('14 factors stay with factors', { House house ->
            classes().that(typesThat('do not look after second factors or credentials') { !speaks(house, it, 'factor', 'credential') })
                .should(should('not see what they are proven with') { dependenciesOn(house, it, OF_FACTORS) })
                .because('what is seen at one more place can be lost there: take a FactorProof or a Demand, and hand it on')
        }),
        new HouseRule('14 everybody comes in by one door', { House house ->
            classes().that(typesThat('do not ask for the second factor') { !speaks(house, it, 'factor') && !house.isIn(it, 'domain.session') })
                .should(should('not open sessions') { dependenciesOn(house, it, ['domain.session.Reception', 'domain.session.Opening']) })
                .because('a door that opens sessions by itself forgets the second factor: call LetIn in the transaction that proves the first')
        }),
        new HouseRule('14 what is carried to providers stays with identities', { House house ->
            classes().that(typesThat('do not look after identities') { !speaks(house, it, 'identity', 'security', 'oauth') })
                .should(should('not see what is carried to providers and back') { dependenciesOn(house, it, OF_IDENTITIES) })
                .because('whoever holds it may come in as its person: hand it to a use case of identity')
        }),
        new HouseRule('14 secrets are known by name', { House house ->
            classes().that(typesThat('can be revealed') { house.isIn(it, 'domain') && it.methods.any { it.name == 'reveal' } })
                .should(should('be listed among the secrets') { JavaClass type ->
                    isOneOf(house, type, OF_PEOPLE + OF_SESSIONS + OF_LETTERS + OF_FACTORS + OF_IDENTITIES) ? [] : ["$type.fullName is a secret nobody listed"]
                })
                .because('only a secret that is listed is kept: enter it in SecretRules with those it belongs to')
        }),
        new HouseRule('14 secrets have no text form', { House house ->
            classes().that(typesThat('can be revealed') { house.isIn(it, 'domain') && it.methods.any { it.name == 'reveal' } })
                .should(should('be final classes without toString') { JavaClass type ->
                    FINAL in type.modifiers && !type.methods.any { it.name == 'toString' }
                        ? [] : ["$type.fullName could be printed"]
                })
                .because('what has a text form ends up in a log: make it a final class that only reveals itself by name')
        }),
    ]

    private SecretRules() {}

    static boolean isOneOf(House house, JavaClass type, List<String> names) {
        type.baseComponentType.name in names.collect { house.under(it) }
    }

    private static dependenciesOn(House house, JavaClass type, List<String> names) {
        type.directDependenciesFromSelf.findAll { isOneOf(house, it.targetClass, names) }
    }

    /// The word is the same in every room. The security adapter does the work behind all secrets; the part of another
    /// adapter that guards its door, `security` too, sees only who has come in already.
    private static boolean speaks(House house, JavaClass type, String... words) {
        house.isIn(type, 'adapter.security', 'bootstrap') || house.segments(type).any { it in words }
    }
}
