package dev.beranda.bootstrap.architecture

import com.tngtech.archunit.core.domain.Dependency
import com.tngtech.archunit.core.domain.JavaClass

import static HouseRule.should
import static HouseRule.typesThat
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes

/// What the business words may say to each other.
final class WordRules {

    static final List<HouseRule> ALL = [
        new HouseRule('5 words are on the map', { House house ->
            classes().that(typesThat('speak a business word') { house.wordOf(it) != null })
                .should(should('speak a word that is on the module map') { JavaClass type ->
                    ModuleMap.has(house.wordOf(type)) ? [] : ["$type.fullName speaks the unknown word '${house.wordOf(type)}'"]
                })
                .because('nobody could say whom an unknown word may know: enter it in ModuleMap, with the words it builds on')
        }),
        new HouseRule('5 words keep to the map', { House house ->
            classes().that(typesThat('speak a word of the map') { ModuleMap.has(house.wordOf(it)) })
                .should(should('know only the words the module map lets them') { JavaClass type ->
                    type.directDependenciesFromSelf.findAll { fromWordToWord(house, it) && !letsThrough(house, it) }
                })
                .because('words build on each other in one direction: turn the dependency round with an event, or think ModuleMap over')
        }),
        new HouseRule('7 words meet at ids and events', { House house ->
            classes().that().resideInAPackage(house.under('domain..'))
                .should(should('use only the ids and events of other words') { JavaClass type ->
                    type.directDependenciesFromSelf.findAll { isFamiliarity(house, it) }
                })
                .because('aggregates that hold each other change together for ever: keep the id, hear the event, let a use case ask both')
        }),
    ]

    private WordRules() {}

    private static boolean fromWordToWord(House house, Dependency dependency) {
        house.wordOf(dependency.originClass) != null && house.wordOf(dependency.targetClass) != null
    }

    private static boolean letsThrough(House house, Dependency dependency) {
        ModuleMap.lets(house.wordOf(dependency.originClass), house.wordOf(dependency.targetClass))
    }

    private static boolean isFamiliarity(House house, Dependency dependency) {
        String word = house.wordOf(dependency.targetClass)
        house.isIn(dependency.targetClass, 'domain') \
            && word !in [house.wordOf(dependency.originClass), ModuleMap.FREE_FOR_ALL] \
            && !isIdOrEvent(dependency.targetClass)
    }

    /// A type nested in an event belongs to it.
    private static boolean isIdOrEvent(JavaClass type) {
        String outermost = (type.baseComponentType.name - (type.baseComponentType.packageName + '.')).tokenize('$').first()
        outermost.endsWith('Id') || outermost.endsWith('Event')
    }
}
