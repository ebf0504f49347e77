package dev.beranda.bootstrap.architecture

import com.tngtech.archunit.core.domain.JavaClass

import static HouseRule.should
import static HouseRule.typesThat
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices

/// Who may know whom: the rooms and the doors between them.
final class HexagonRules {

    static final List<String> ROOMS = [
        'domain',
        'application',
        'adapter.web',
        'adapter.persistence',
        'adapter.security',
        'adapter.email',
        'adapter.oauth',
        'adapter.markup',
        'adapter.exchange',
        'adapter.bucket',
        'adapter.media',
        'adapter.place',
        'postgres',
        'bootstrap',
    ]

    /// Of the network only how its names are spelt.
    private static final List<String> SPELLINGS = ['java.net.IDN', 'java.net.URI', 'java.net.URISyntaxException']

    private static final String[] DOORS = ['adapter.web', 'adapter.cli', 'adapter.queue']

    private static final String[] PURE_JAVA = [
        'java.lang',
        'java.math',
        'java.nio.charset',
        'java.text',
        'java.time',
        'java.time.chrono',
        'java.time.format',
        'java.time.temporal',
        'java.util',
        'java.util.function',
        'java.util.regex',
        'java.util.stream',
        'org.jspecify.annotations',
    ]

    static final List<HouseRule> ALL = [
        new HouseRule('0 every class has a room', { House house ->
            classes()
                .should(should('live in a room of the house') { JavaClass type ->
                    house.isIn(type, 'domain', 'application', 'adapter', 'postgres', 'bootstrap') ? [] : ["$type.fullName has no room"]
                })
                .because('rules look at rooms, so what lives elsewhere obeys none: move it, or make the rules know the new room')
        }),
        new HouseRule('1 the domain is pure', { House house ->
            classes().that().resideInAPackage(house.under('domain..'))
                .should().onlyDependOnClassesThat(pureJavaOr(house, 'domain'))
                .because('its rules need no framework, file or network: say what you need as a driven port, and let an adapter have it')
        }),
        new HouseRule('2 the application is pure', { House house ->
            classes().that().resideInAPackage(house.under('application..'))
                .should().onlyDependOnClassesThat(pureJavaOr(house, 'domain', 'application'))
                .because('a use case gets, asks, saves and appends, nothing else: what needs a library stands behind a driven port')
        }),
        new HouseRule('3 adapters are strangers', { House house ->
            slices().matching(house.under('adapter.(*)..')).should().notDependOnEachOther()
                .because('each adapter can be taken out alone: let them meet in a use case, or as two sides of a driven port in bootstrap')
        }),
        new HouseRule('3 the bundled PostgreSQL stands apart', { House house ->
            classes()
                .should(should('not tie the bundled PostgreSQL to the rest') { JavaClass type ->
                    type.directDependenciesFromSelf.findAll {
                        house.isIn(it.originClass, 'postgres')
                            ? house.owns(it.targetClass) && !house.isIn(it.targetClass, 'postgres')
                            : house.isIn(it.targetClass, 'postgres') && !house.isIn(it.originClass, 'bootstrap')
                    }
                })
                .because('it serves builds and tests too, and an installation may have its own: hand its address over in bootstrap')
        }),
        new HouseRule('4 nobody knows bootstrap', { House house ->
            noClasses().that().resideOutsideOfPackage(house.under('bootstrap..'))
                .should().dependOnClassesThat().resideInAPackage(house.under('bootstrap..'))
                .because('bootstrap puts the house together and is known to none: take what you need in your constructor')
        }),
        new HouseRule('6 no circles', { House house ->
            slices().matching(house.under('(**)')).should().beFreeOfCycles()
                .because('packages in a circle are one package with several names: move what both need to a third, or turn one arrow round')
        }),
        new HouseRule('8 doors see no driven ports', { House house ->
            classes().that(typesThat('are behind a door') { house.isIn(it, DOORS) })
                .should(should('not depend on driven ports') { JavaClass type ->
                    type.directDependenciesFromSelf.findAll { isPort(house, it.targetClass) || holdsPort(house, it.targetClass) }
                })
                .because('a door translates and leaves the deciding to a use case: call one, or write one')
        }),
    ]

    private HexagonRules() {}

    /// An open interface is there for somebody else to implement. Events are open too, but only to be told.
    static boolean isPort(House house, JavaClass type) {
        house.isIn(type, 'domain', 'application') \
            && type.interface && !type.reflect().sealed \
            && type.simpleName !in ['DomainEvent', 'package-info']
    }

    private static boolean holdsPort(House house, JavaClass type) {
        house.isIn(type, 'domain') && type.fields.any { isPort(house, it.rawType) }
    }

    private static pureJavaOr(House house, String... rooms) {
        typesThat("are plain Java or in ${rooms.join(' or ')}") { JavaClass type ->
            JavaClass base = type.baseComponentType
            base.primitive || base.packageName in PURE_JAVA || base.name in SPELLINGS || house.isIn(base, rooms)
        }
    }
}
