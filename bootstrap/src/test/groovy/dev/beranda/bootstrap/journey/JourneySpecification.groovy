package dev.beranda.bootstrap.journey

import spock.lang.Shared
import spock.lang.Specification

/** Journeys through two nodes on one database, over real HTTP. */
abstract class JourneySpecification extends Specification {

    @Shared
    List<URI> nodes = Town.twoNodes()

    private static Description description

    static synchronized Description description(URI node) {
        description = description ?: new Description(new URL("$node/openapi.json").text)
    }

    Visitor visitor(int node = 0) {
        new Visitor(nodes[node], description(nodes[0]))
    }

    /** Waits for what must come true within a second on every node. */
    static void withinASecond(Closure<?> condition) {
        def end = System.nanoTime() + 1_000_000_000L
        def met = condition()
        while (!met && System.nanoTime() < end) {
            sleep(20)
            met = condition()
        }
        assert met
    }

    /** Waits for what is a moment behind, as counts are. */
    static boolean soon(Closure<?> condition) {
        def end = System.nanoTime() + 10_000_000_000L
        while (!condition() && System.nanoTime() < end) {
            sleep(50)
        }
        condition()
    }
}
