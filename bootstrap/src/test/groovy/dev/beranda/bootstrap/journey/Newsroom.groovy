package dev.beranda.bootstrap.journey

import dev.beranda.domain.shared.Role

/** People who write, edit and read. */
trait Newsroom {

    abstract Visitor visitor(int node)

    Visitor author(int node = 0) {
        member(Role.AUTHOR, node)
    }

    Visitor editor(int node = 0) {
        member(Role.EDITOR, node)
    }

    Visitor reader(int node = 0) {
        member(Role.READER, node)
    }

    Visitor member(Role role, int node = 0) {
        def person = visitor(node)
        def account = person.register()
        if (role != Role.READER) {
            Town.allow([role: role], account.email)
        }
        person.logIn(account)
        person
    }

    /** A post of this person's, as the server answered. */
    Map write(Visitor author, Map<String, ?> wishes = [:]) {
        def answer = author.post('/api/posts', [title: unheardOf('A walk'), body_markdown: 'It rained.'] + wishes)
        assert answer.status == 201: answer
        answer.body
    }

    Map publish(Visitor author, Map<String, ?> wishes = [:]) {
        write(author, [status: 'published'] + wishes)
    }

    /** Words that nobody used before. */
    String unheardOf(String words) {
        "$words ${UUID.randomUUID().toString().takeRight(12)}"
    }
}
