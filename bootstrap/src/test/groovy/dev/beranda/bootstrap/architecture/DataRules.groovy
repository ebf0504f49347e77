package dev.beranda.bootstrap.architecture

import com.tngtech.archunit.core.domain.JavaAccess
import com.tngtech.archunit.core.domain.JavaClass

import static HouseRule.should
import static HouseRule.typesThat
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses

/// How the house speaks to its database.
final class DataRules {

    private static final String TRANSACTION = 'adapter.persistence.transaction'

    /// Makes databases before there is anything to ask for a transaction.
    private static final String POSTGRES = 'postgres'

    /// Those who need a connection of their own, beside the one of the transaction.
    private static final String[] OWN_CONNECTION = [
        TRANSACTION,
        'adapter.persistence.connection',
        'adapter.persistence.feed',
        'adapter.persistence.health',
        'adapter.persistence.migration',
        'adapter.persistence.throttle',
        POSTGRES,
    ]

    private static final List<String> JOOQ = ['org.jooq.DSLContext', 'org.jooq.impl.DSL']
    private static final List<String> CONNECTIONS = ['java.sql.Connection', 'java.sql.DriverManager', 'java.sql.Statement']

    private static final List<String> ENDS_OF_A_TRANSACTION = [
        'commit',
        'releaseSavepoint',
        'rollback',
        'savepoint',
        'setAutoCommit',
        'setSavepoint',
        'setTransactionIsolation',
        'startTransaction',
    ]

    static final List<HouseRule> ALL = [
        new HouseRule('13 SQL stays in persistence', { House house ->
            noClasses().that().resideOutsideOfPackage(house.under('adapter.persistence..'))
                .should().dependOnClassesThat().resideInAnyPackage('org.jooq..', 'io.micronaut.data..')
                .because('nobody else knows that there are tables: ask a driven port, or a reader for a list')
        }),
        new HouseRule('13 transactions are one port', { House house ->
            classes().that(typesThat('are not the one that keeps transactions') { !house.isIn(it, TRANSACTION, POSTGRES) })
                .should(should('not begin or end a transaction') { JavaClass type ->
                    type.directDependenciesFromSelf.findAll { it.targetClass.packageName.startsWith('io.micronaut.transaction') } \
                        + callsAndReferences(type).findAll { isEnd(it) && it.targetOwner.name == 'java.sql.Connection' }
                })
                .because('where a transaction ends is decided in one place: let the use case say transactions.write')
        }),
        new HouseRule('13 no transactions by annotation', { House house ->
            noClasses().should().dependOnClassesThat().resideInAnyPackage('jakarta.transaction..', 'javax.transaction..')
                .because('an annotation hides where a transaction begins, and what stands outside: let the use case say transactions.write')
        }),
        new HouseRule('13 jOOQ begins no transactions', { House house ->
            classes()
                .should(should('not begin or end a transaction through jOOQ') { JavaClass type ->
                    callsAndReferences(type).findAll {
                        it.targetOwner.name in JOOQ && (isEnd(it) || it.name.startsWith('transaction'))
                    }
                })
                .because('it would open a second transaction beside the one of the use case: let the use case say transactions.write')
        }),
        new HouseRule('13 connections are the exception', { House house ->
            classes().that(typesThat('need no connection of their own') { !house.isIn(it, OWN_CONNECTION) })
                .should(should('not handle JDBC connections') { JavaClass type ->
                    type.directDependenciesFromSelf.findAll { it.targetClass.name in CONNECTIONS }
                })
                .because('a connection of one\'s own sees nothing of the transaction: use the DSLContext or the repository you are given')
        }),
        new HouseRule('13 no SQL as text', { House house ->
            classes()
                .should(should('not hand text to jOOQ as SQL') { JavaClass type -> callsAndReferences(type).findAll { isPlainSql(it) } })
                .because('text can be made of anything, a request too: say it with the generated tables and fields')
        }),
        new HouseRule('13 no SQL out of pieces', { House house ->
            classes()
                .should(should('not hand text to JDBC that is put together on the way') { SqlPieces.of(it) })
                .because('what is glued together can be made to say something else: write one constant and bind what varies')
        }),
    ]

    private DataRules() {}

    private static Collection<JavaAccess> callsAndReferences(JavaClass type) {
        type.codeUnitCallsFromSelf + type.codeUnitReferencesFromSelf
    }

    private static boolean isEnd(JavaAccess access) {
        access.name in ENDS_OF_A_TRANSACTION
    }

    private static boolean isPlainSql(JavaAccess access) {
        access.targetOwner.packageName.startsWith('org.jooq') \
            && access.target.resolveMember().map { it.isAnnotatedWith('org.jooq.PlainSQL') }.orElse(false)
    }
}
