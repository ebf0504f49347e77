package dev.beranda.bootstrap.architecture

import com.tngtech.archunit.core.domain.JavaClass
import com.tngtech.archunit.core.domain.JavaMethod

import static HouseRule.should
import static HouseRule.typesThat
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL
import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC
import static com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes

/// What the inside of the house is made of: aggregates, values and use cases.
final class DomainRules {

    private static final Map<String, Closure<Boolean>> UNFORESEEABLE = [
        'java.util.UUID'  : { it == 'randomUUID' },
        'java.lang.Math'  : { it == 'random' },
        'java.lang.System': { it == 'currentTimeMillis' || it == 'nanoTime' },
        'java.time.Clock' : { it.startsWith('system') || it.startsWith('tick') },
    ]

    private static final List<String> DICE_AND_WALL_CLOCKS = [
        'java.security.SecureRandom',
        'java.util.Calendar',
        'java.util.Date',
        'java.util.Random',
        'java.util.SplittableRandom',
        'java.util.Timer',
        'java.util.concurrent.ThreadLocalRandom',
    ]

    static final List<HouseRule> ALL = [
        new HouseRule('9 aggregates are made at home', { House house ->
            classes().that(typesThat('are not persistence') { !house.isIn(it, 'adapter.persistence') })
                .should(should('not call the constructor of an aggregate of another package') { JavaClass type ->
                    (type.constructorCallsFromSelf + type.constructorReferencesFromSelf).findAll {
                        it.targetOwner.packageName != type.packageName && isAggregate(house, it.targetOwner)
                    }
                })
                .because('the constructor is for rehydration and lets any state through: call the verb that decides')
        }),
        new HouseRule('9 safe HTML is made where it is made safe', { House house ->
            classes().that(typesThat('neither set text nor load it') {
                !house.isIn(it, 'adapter.markup', 'adapter.persistence') && !isSafeHtml(house, it)
            })
                .should(should('not say of HTML that it is safe') { JavaClass type ->
                    (type.constructorCallsFromSelf + type.constructorReferencesFromSelf).findAll {
                        isSafeHtml(house, it.targetOwner)
                    }
                })
                .because('whoever shows it believes the word of its type: give the text to the Typesetter')
        }),
        new HouseRule('10 use cases do one thing', { House house ->
            classes().that(typesThat('are use cases') { isUseCase(house, it) })
                .should(should('be final, keep final fields and have one public method') { faultsOfUseCase(it) })
                .because('it is one sentence in the imperative: make a second method a second use case, and leave state to the aggregates')
        }),
        new HouseRule('11 the domain does not change', { House house ->
            classes().that().resideInAPackage(house.under('domain..'))
                .should(should('have final fields and no getters or setters') { JavaClass type ->
                    type.fields.findAll { FINAL !in it.modifiers } + type.methods.findAll { isGetter(it) || isSetter(it) }
                })
                .because('what never changes can be shared: return a new state from a verb, and name a question after its answer')
        }),
        new HouseRule('11 the domain is closed', { House house ->
            classes().that().resideInAPackage(house.under('domain..'))
                .should(should('be records, enums, final, or interfaces') { isClosed(it) ? [] : ["$it.fullName is open to be extended"] })
                .because('a type that anybody may extend promises nothing: make it a record or final, what varies a sealed interface')
        }),
        new HouseRule('12 time and chance come from outside', { House house ->
            classes().that(typesThat('are domain or application') { house.isIn(it, 'domain', 'application') })
                .should(should('not ask the wall clock or throw dice') { JavaClass type ->
                    (type.codeUnitCallsFromSelf + type.codeUnitReferencesFromSelf).findAll { isUnforeseeable(it.targetOwner, it.name) } \
                        + type.directDependenciesFromSelf.findAll { it.targetClass.name in DICE_AND_WALL_CLOCKS }
                })
                .because('what cannot be foreseen cannot be specified: a use case gets a Clock and a UuidSource in its constructor')
        }),
        new HouseRule('12 the domain has no clock', { House house ->
            classes().that().resideInAPackage(house.under('domain..'))
                .should(should('not hold a clock') { JavaClass type ->
                    type.directDependenciesFromSelf.findAll { it.targetClass.name in ['java.time.Clock', 'java.time.InstantSource'] }
                })
                .because('an aggregate is told the time by who asks it to decide: take an Instant')
        }),
    ]

    private DomainRules() {}

    /// What is saved again and again counts its saves.
    static boolean isAggregate(House house, JavaClass type) {
        house.isIn(type, 'domain') && type.fields.any { it.name == 'version' }
    }

    private static boolean isSafeHtml(House house, JavaClass type) {
        type.name == house.under('domain.shared.SafeHtml')
    }

    static boolean isUseCase(House house, JavaClass type) {
        house.isIn(type, 'application') && type.topLevelClass \
            && !type.interface && !type.record && !type.enum && !type.simpleName.endsWith('View')
    }

    private static List<String> faultsOfUseCase(JavaClass type) {
        int doors = type.methods.count { PUBLIC in it.modifiers && SYNTHETIC !in it.modifiers }
        List<String> faults = type.fields.findAll { FINAL !in it.modifiers }.collect { "$it.fullName is not final" as String }
        if (FINAL !in type.modifiers) {
            faults << "$type.fullName is not final"
        }
        if (doors != 1) {
            faults << "$type.fullName has $doors public methods"
        }
        faults
    }

    private static boolean isGetter(JavaMethod method) {
        method.name ==~ /get[A-Z].*/
    }

    /// `setAt` tells when something was set, and takes nothing.
    private static boolean isSetter(JavaMethod method) {
        method.name ==~ /set[A-Z].*/ && method.parameters
    }

    private static boolean isClosed(JavaClass type) {
        type.record || type.enum || type.interface || type.anonymousClass || FINAL in type.modifiers \
            || SYNTHETIC in type.modifiers
    }

    private static boolean isUnforeseeable(JavaClass owner, String method) {
        UNFORESEEABLE[owner.name]?.call(method) || owner.packageName.startsWith('java.time') && method == 'now'
    }
}
