package dev.beranda.bootstrap.architecture

import com.tngtech.archunit.core.domain.JavaClass
import com.tngtech.archunit.core.domain.JavaClasses
import com.tngtech.archunit.core.importer.ClassFileImporter
import com.tngtech.archunit.core.importer.ImportOption
import com.tngtech.archunit.core.importer.Location

/// Everything under one root package. The rules are written for any house, so that they can be shown one that breaks
/// them: a counter-example is a small house of its own, with the same rooms.
final class House {

    private static final String ROOT = 'dev.beranda'
    private static final String COUNTER_EXAMPLES = ROOT + '.counterexample'

    private static final ImportOption NOT_GENERATED = { Location it ->
        !it.matches(~/.*\/\$[^\/]*\.class/) && !it.contains('/dev/beranda/adapter/persistence/jooq/')
    }
    private static final ImportOption NOT_A_TEST = { Location it ->
        ImportOption.Predefined.DO_NOT_INCLUDE_TESTS.includes(it) && !it.contains('-tests.jar!')
    }

    final JavaClasses classes
    private final String root

    private House(String root, JavaClasses classes) {
        this.root = root
        this.classes = classes
    }

    /// What is put into production, from every module.
    static House ours() {
        new House(ROOT, new ClassFileImporter([NOT_GENERATED, NOT_A_TEST]).importPackages(ROOT))
    }

    static House counterExample(String name) {
        String root = COUNTER_EXAMPLES + '.' + name
        new House(root, new ClassFileImporter([NOT_GENERATED]).importPackages(root))
    }

    /// A pattern of packages, the way ArchUnit writes them.
    String under(String pattern) {
        root + '.' + pattern
    }

    boolean owns(JavaClass type) {
        placeOf(type) != null
    }

    boolean isIn(JavaClass type, String... rooms) {
        String place = placeOf(type)
        place != null && rooms.any { place == it || place.startsWith(it + '.') }
    }

    /// The business word a class belongs to, or nothing where there are no words.
    String wordOf(JavaClass type) {
        isIn(type, 'domain', 'application') ? segments(type)[1] ?: '' : null
    }

    /// The steps from the root to the package of a class.
    List<String> segments(JavaClass type) {
        placeOf(type).tokenize('.')
    }

    @Override
    String toString() {
        root
    }

    private String placeOf(JavaClass type) {
        String home = type.baseComponentType.packageName
        home == root ? '' : home.startsWith(root + '.') ? home.substring(root.length() + 1) : null
    }
}
