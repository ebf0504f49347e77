package dev.beranda.bootstrap.journey

/** The letters of a house that has nobody to take them on, read where a newcomer reads them. */
class DevelopmentMailbox {

    private final Visitor reader

    DevelopmentMailbox(Visitor reader) {
        this.reader = reader
    }

    /** The newest letter to an address that leads to this page; waits for it. */
    Postman.Mail awaitTo(String address, String page, int number = 1) {
        await(number, "to $address about $page") { letters(address).findAll { it.page == page } }
    }

    Postman.Mail awaitSubject(String address, String subject) {
        await(1, "to $address saying $subject") { letters(address).findAll { it.subject =~ subject } }
    }

    /** What was written to an address, the oldest first. */
    List<Postman.Mail> letters(String address) {
        reader.get('/dev/mailbox.json').body.items
                .findAll { it.to == [address] }
                .reverse()
                .collect { new Postman.Mail(it.subject, it.text, it.html, it.at) }
    }

    private static Postman.Mail await(int number, String what, Closure<List<Postman.Mail>> look) {
        def end = System.nanoTime() + 15_000_000_000L
        while (System.nanoTime() < end) {
            def found = look()
            if (found.size() >= number) {
                return found.last()
            }
            sleep(20)
        }
        throw new AssertionError("no letter $what")
    }
}
