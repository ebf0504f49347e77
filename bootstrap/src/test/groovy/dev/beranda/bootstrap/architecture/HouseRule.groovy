package dev.beranda.bootstrap.architecture

import com.tngtech.archunit.base.DescribedPredicate
import com.tngtech.archunit.core.domain.JavaClass
import com.tngtech.archunit.lang.ArchCondition
import com.tngtech.archunit.lang.ArchRule
import com.tngtech.archunit.lang.ConditionEvents
import com.tngtech.archunit.lang.EvaluationResult
import com.tngtech.archunit.lang.SimpleConditionEvent

import java.util.function.Predicate

/// One rule, to be held against any house.
final class HouseRule {

    final String name
    private final Closure<ArchRule> text

    HouseRule(String name, Closure<ArchRule> text) {
        this.name = name
        this.text = text
    }

    String sentence(House house) {
        text.call(house).description
    }

    /// Fails with everything that breaks the rule, and where the rule finds nothing to look at.
    void check(House house) {
        text.call(house).check(house.classes)
    }

    EvaluationResult judge(House house) {
        text.call(house).allowEmptyShould(true).evaluate(house.classes)
    }

    @Override
    String toString() {
        name
    }

    static DescribedPredicate<JavaClass> typesThat(String description, Predicate<JavaClass> predicate) {
        DescribedPredicate.describe(description, predicate)
    }

    /// A condition that finds, in each class, what should not be there: anything ArchUnit can describe, or a sentence.
    static ArchCondition<JavaClass> should(String description, Closure<Collection> faultsOf) {
        new ArchCondition<JavaClass>(description) {

            @Override
            void check(JavaClass type, ConditionEvents events) {
                faultsOf.call(type).each {
                    events.add(SimpleConditionEvent.violated(type, it instanceof CharSequence ? it as String : it.description))
                }
            }
        }
    }
}
