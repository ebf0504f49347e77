package dev.beranda.bootstrap.journey

/**
 * Who may do what, as `policy.txt` says it: one line a route, four columns.
 *
 * 1. the route, as the description (`/openapi.json`) spells it, or would
 * 2. who comes through: `anybody`; `near` (whoever asks on this machine, past no proxy: for all others there is nothing);
 *    `mailbox` (the same, where letters stay in the house: in other houses there is nothing); `known` (whoever is logged in); or some of `reader author editor admin owner`, where it
 *    makes no difference whether a reader has confirmed their address.
 *    Who does not, though logged in, gets 403; with `, else 404` what they get where there is nothing; with
 *    `, else 404 to all` strangers get that too, for the door is open to them and only this thing is not
 * 3. what `{…}` stands for: one of `Possessions`, made by the `owner`; nothing where any made-up name will do
 * 4. which words that could grant something (or that the description does not tell) a body may have
 */
class Policy {

    static final List<String> CAST = ['anonymous', 'barred', 'reader', 'confirmed', 'author', 'editor', 'admin', 'owner']

    static class Line {

        int number
        String method
        String path
        Set<String> admitted
        int otherwise
        boolean toAll
        String possession
        List<String> words

        boolean admits(String who) {
            isOpen() || [confirmed: 'reader'].getOrDefault(who, who) in admitted || 'known' in admitted && !(who in ['anonymous', 'barred'])
        }

        boolean isOpen() {
            admitted.any { it in ['anybody', 'near'] }
        }

        String getRoute() {
            "$method $path"
        }

        @Override
        String toString() {
            route + (possession ? " ($possession)" : '')
        }
    }

    static List<Line> lines() {
        def lines = Policy.getResource('/policy.txt').readLines('UTF-8').findAll { it.trim() && !it.startsWith('#') }.collect { parse(it) }
        lines.eachWithIndex { line, i -> line.number = i }
    }

    static Line parse(String text) {
        def (route, who, possession, words) = text.split(/\|/, -1)*.trim() + ['', '', '', '']
        def (method, path) = route.split(/\s+/)
        def (admitted, otherwise) = (who.split(/,\s*else\s+/) as List) + ['403']
        def line = new Line(
                method: method, path: path, admitted: admitted.split(/\s+/) as Set,
                otherwise: (otherwise - ' to all') as int, toAll: otherwise.endsWith(' to all'),
                possession: possession ?: null, words: words ? words.split(/\s+/) as List : [])
        def unknown = line.admitted - CAST - ['anybody', 'near', 'mailbox', 'known'] + (line.possession ? [line.possession] - Possessions.ALL.keySet() : [])
        assert !unknown: "policy.txt: $text: nobody knows what ${unknown} is"
        line
    }
}
