package dev.beranda.bootstrap.architecture

import com.tngtech.archunit.core.domain.JavaClass
import com.tngtech.archunit.core.domain.JavaCodeUnit
import com.tngtech.archunit.core.domain.JavaConstructorCall
import com.tngtech.archunit.core.domain.JavaMethod

import static HouseRule.should
import static HouseRule.typesThat
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL
import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses

/// How one behaves in this house.
final class MannerRules {

    private static final String SAYS_NOTHING = /.*(Helper|Impl|Manager|Mapper|Port|Repository|Service|UseCase|Utils?)/

    private static final List<String> INJECTIONS = [
        'io.micronaut.context.annotation.Property',
        'io.micronaut.context.annotation.Value',
        'jakarta.inject.Inject',
    ]

    private static final List<String> ANYTHING = ['java.lang.Exception', 'java.lang.Throwable']
    private static final List<String> ANY_FAILURE = ANYTHING + ['java.lang.Error', 'java.lang.RuntimeException']

    static final List<HouseRule> ALL = [
        new HouseRule('15 adapters keep to themselves', { House house ->
            classes().that(typesThat('are public in an adapter') { isShown(house, it) })
                .should(should('be final, and needed by another package') { JavaClass type ->
                    (isFinished(type) ? [] : ["$type.fullName is open to be extended"]) \
                        + (isNeededElsewhere(house, type) ? [] : ["$type.fullName is public, and no other package needs it"])
                })
                .because('public is a decision: leave the modifier out, the framework finds the class all the same')
        }),
        new HouseRule('15 names say something', { House house ->
            noClasses().should().haveNameMatching(SAYS_NOTHING)
                .because('such a name fits any class: say what it does in the language of the house')
        }),
        new HouseRule('15 needs are told in the constructor', { House house ->
            classes()
                .should(should('have nothing injected into fields or methods') { JavaClass type ->
                    type.record ? [] : type.fields.findAll { isInjected(it) } + type.methods.findAll { isInjected(it) }
                })
                .because('what a class needs should be plain and final: take it in the constructor')
        }),
        new HouseRule('15 failures have names', { House house ->
            classes()
                .should(should('neither declare nor throw just anything') { JavaClass type ->
                    type.codeUnits.findAll { declaresAnything(it) && !isHandedDown(it) } \
                        + type.constructorCallsFromSelf.findAll { makesAnyFailure(it) }
                })
                .because('who catches it must know what happened: name the exception, or return a refusal')
        }),
        new HouseRule('15 nobody shouts', { House house ->
            classes()
                .should(should('not use the standard streams') { JavaClass type ->
                    type.accessesFromSelf.findAll { isStandardStream(it) && !isMain(house, type) }
                })
                .because('what is worth saying has a level and a request id: log it; only Beranda itself greets on the terminal')
        }),
        new HouseRule('16 the event loop waits for nobody', { House house ->
            classes().that(typesThat('answer requests with use cases') { asksUseCases(house, it) })
                .should(should('leave the event loop, or promise their answer') { JavaClass type ->
                    type.methods.findAll { isRoute(it) && !leavesTheLoop(type, it) && !promises(it) }
                })
                .because('one who waits there holds up all the others: say @ExecuteOn(BLOCKING), or answer from memory and'
                    + ' otherwise by the WaitingRoom')
        }),
        new HouseRule('15 one way of logging', { House house ->
            noClasses().should().dependOnClassesThat().resideInAPackage('java.util.logging..')
                .because('there is one log with one form: use SLF4J, outside of domain and application')
        }),
    ]

    private MannerRules() {}

    private static boolean isShown(House house, JavaClass type) {
        house.isIn(type, 'adapter') && type.topLevelClass && PUBLIC in type.modifiers
    }

    private static boolean isFinished(JavaClass type) {
        type.interface || type.record || type.enum || FINAL in type.modifiers
    }

    private static boolean isNeededElsewhere(House house, JavaClass type) {
        house.classes.any { other ->
            other.packageName != type.packageName && other.directDependenciesFromSelf.any { outermost(it.targetClass) == type }
        }
    }

    private static JavaClass outermost(JavaClass type) {
        type.baseComponentType.enclosingClass.map { outermost(it) }.orElse(type.baseComponentType)
    }

    /// What a record is annotated with stands on its fields and accessors too, though only the constructor is used.
    private static boolean isInjected(member) {
        INJECTIONS.any { member.isAnnotatedWith(it) }
    }

    private static boolean declaresAnything(JavaCodeUnit unit) {
        unit.throwsClause.any { it.rawType.name in ANYTHING }
    }

    /// Who overrides a method of a library and lets it do its part can promise no more than it does.
    private static boolean isHandedDown(JavaCodeUnit unit) {
        unit.owner.allRawSuperclasses.any { library ->
            library.methods.any {
                it.name == unit.name && it.rawParameterTypes*.name == unit.rawParameterTypes*.name && declaresAnything(it)
            }
        }
    }

    /// A failure with a name calls the nameless one it extends.
    private static boolean makesAnyFailure(JavaConstructorCall call) {
        call.targetOwner.name in ANY_FAILURE && !call.originOwner.isAssignableTo(call.targetOwner.name)
    }

    private static boolean asksUseCases(House house, JavaClass type) {
        type.isAnnotatedWith('io.micronaut.http.annotation.Controller') \
            && type.fields.any { house.isIn(it.rawType, 'application') }
    }

    private static boolean isRoute(JavaMethod method) {
        method.isMetaAnnotatedWith('io.micronaut.http.annotation.HttpMethodMapping')
    }

    private static boolean leavesTheLoop(JavaClass type, JavaMethod method) {
        [type, method].any { it.isAnnotatedWith('io.micronaut.scheduling.annotation.ExecuteOn') }
    }

    private static boolean promises(JavaMethod method) {
        method.rawReturnType.isAssignableTo('java.util.concurrent.CompletionStage')
    }

    private static boolean isStandardStream(access) {
        access.targetOwner.name == 'java.lang.System' && access.name in ['in', 'out', 'err', 'setIn', 'setOut', 'setErr'] \
            || access.name == 'printStackTrace' && access.targetOwner.isAssignableTo('java.lang.Throwable') \
                && access.target.rawParameterTypes.empty
    }

    private static boolean isMain(House house, JavaClass type) {
        outermost(type).name == house.under('bootstrap.Beranda')
    }
}
