package dev.beranda.domain.category

import dev.beranda.domain.fixture.People
import dev.beranda.domain.shared.SequentialUuids
import dev.beranda.domain.shared.Slug
import spock.lang.Specification

class CategoryTreeSpec extends Specification {

    def uuids = new SequentialUuids()
    def chain = chain(5)
    def tree = new CategoryTree(chain)

    def "a category stands wherever there is room below it"() {
        expect:
        fits(tree.place(category(new Spot.Top())))
        fits(tree.place(category(within(chain[3]))))
        tree.place(category(within(chain[4]))) == new Growth.TooDeep()
    }

    def "what stands within it moves with it, and wants room as well"() {
        given:
        def (other, below) = chain(2)
        def both = new CategoryTree(chain + [other, below])

        expect:
        fits(both.place(moved(other, within(chain[2]))))
        both.place(moved(other, within(chain[3]))) == new Growth.TooDeep()
        fits(both.place(moved(below, within(chain[3]))))
        fits(both.place(moved(chain[1], new Spot.Top())))
        both.place(moved(chain[1], within(below))) == new Growth.TooDeep()
    }

    def "none stands within itself, however far below"() {
        expect:
        (0..4).every { tree.place(moved(chain[0], within(chain[it]))) == new Growth.Circle() }
        tree.place(moved(chain[2], within(chain[4]))) == new Growth.Circle()
        fits(tree.place(moved(chain[2], within(chain[0]))))
    }

    def "there are so many and no more, and those that are there can still be moved"() {
        given:
        def full = (1..CategoryTree.MOST).collect { category(new Spot.Top()) }

        expect:
        new CategoryTree(full).place(category(new Spot.Top())) == new Growth.TooMany()
        fits(new CategoryTree(full).place(moved(full[0], within(full[1]))))
        fits(new CategoryTree(full.tail()).place(full[0]))
    }

    private List<Category> chain(int length) {
        (1..length).inject([]) { List all, number -> all + category(all ? within(all.last()) : new Spot.Top()) }
    }

    private Category category(Spot spot) {
        def id = uuids.next()
        Category.open(new CategoryId(id), new CategoryName("c$id"), new Slug("c-$id"), spot, People.NOW)
    }

    private static Category moved(Category category, Spot spot) {
        category.as(category.name(), category.slug(), spot)
    }

    private static Spot within(Category parent) {
        new Spot.Within(parent.id())
    }

    private static boolean fits(Growth growth) {
        growth instanceof Growth.Fits
    }
}
