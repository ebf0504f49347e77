package dev.beranda.bootstrap.journey

import dev.beranda.domain.shared.Role
import spock.lang.Shared

/** What is told of people, and to whom: who has a body tell more of somebody has to come by here. */
class WhatIsToldIT extends JourneySpecification implements Newsroom {

    static final EVERYBODY = ['anonymous', 'reader', 'author', 'editor', 'admin', 'owner']
    static final EDITORS = ['editor', 'admin']
    static final BYLINE = 'id username display_name avatar_url'
    static final IN_FULL = 'id username email email_verified display_name role disabled created_at version avatar_url'

    /** Of whoever registers in these tests, also within an address. */
    static final MAIL = ~/(?i)p[0-9a-f]{12}(@|%40|&#64;)example/

    @Shared
    Map<String, Visitor> cast

    @Shared
    Map<String, ?> things

    def setupSpec() {
        cast = [anonymous: visitor(), reader: reader(), author: author(), editor: editor(), admin: member(Role.ADMIN), owner: visitor()]
        def owner = cast.owner
        def account = owner.register(username: "u${UUID.randomUUID().toString().takeRight(12)}".toString())
        Town.allow(account.email, role: 'AUTHOR')
        def id = owner.logIn(account).user.id
        owner.patch('/api/me', [display_name: 'Ayu', bio: 'Walks.', website: 'https://ayu.example', location: 'Jepara'])
        assert owner.send('PUT', '/api/me/avatar', AvatarIT.picture(64, 64, 'png'), ['Content-Type': 'image/png']).status == 200
        def post = publish(owner, [tags: [unheardOf('Rain')]])
        def comment = owner.post("/api/posts/$post.id/comments", [body_markdown: 'And it rained.']).body.id
        cast.reader.post("/api/comments/$comment/report", [reason: 'spam', note: 'See there.'])
        Town.allow(account.email, role: 'EDITOR')
        Town.allow(account.email, role: 'AUTHOR')
        owner.logIn(account)
        things = [id: id, username: account.username, email: account.email, post: post.id, comment: comment, tag: post.tags[0].slug, word: post.title.split(' ').last()]
    }

    def "of others #path tells #to this: #fields"() {
        given:
        def place = path.replaceAll(/\{(\w+)}/) { _, name -> things[name] }

        when:
        def answers = EVERYBODY.collectEntries { [it, cast[it].get(place)] }
        def told = answers.findAll { _, answer -> answer.status == 200 }

        then:
        told.keySet() as List == to
        told.values().collect { fieldsOf(it.body, within) }.unique() == [fields.split(' ') as SortedSet]
        (answers - told).values().every { it.status in [401, 403] }

        where:
        path                                    | within          | to                  || fields
        '/api/users/{username}'                 | ''              | EVERYBODY           || 'id username display_name bio website location avatar_url created_at followers following'
        '/api/posts/{post}'                     | 'author'        | EVERYBODY           || BYLINE
        '/api/posts?author={username}'          | 'items.author'  | EVERYBODY           || BYLINE
        '/api/posts?q={word}'                   | 'items.author'  | EVERYBODY           || BYLINE
        '/api/posts/facets'                     | 'authors'       | EVERYBODY           || 'username display_name count'
        '/api/posts/{post}/comments'            | 'items.author'  | EVERYBODY           || BYLINE
        '/api/comments/{comment}'               | 'author'        | EVERYBODY           || BYLINE
        '/feed.json'                            | 'items.authors' | EVERYBODY           || 'name'
        '/api/posts/{post}/revisions'           | 'items.author'  | EDITORS + ['owner'] || BYLINE
        '/api/posts/{post}/revisions/1'         | 'author'        | EDITORS + ['owner'] || BYLINE
        '/api/admin/comments?sort=-reported_at' | 'items.author'  | EDITORS             || BYLINE
        '/api/admin/comments?sort=-reported_at' | 'items.reports' | EDITORS             || 'reason note'
        '/api/admin/users?q={username}'         | 'items'         | ['admin']           || IN_FULL
        '/api/admin/users/{id}'                 | ''              | ['admin']           || IN_FULL
        '/api/admin/audit?subject={id}'         | 'items'         | ['admin']           || 'id at actor action subject address request_id before.role after.role'
    }

    def "to oneself #path tells this: #fields"() {
        expect:
        fieldsOf(cast.owner.get(path).body, within) == fields.split(' ') as SortedSet
        cast.anonymous.get(path).status == 401

        where:
        path                   | within  || fields
        '/api/me'              | ''      || 'avatar_url bio created_at display_name email email_verified id locale location role time_zone username website'
        '/api/auth/sessions'   | 'items' || 'id user_agent ip created_at last_used_at expires_at current'
        '/api/me/security-log' | 'items' || 'id at kind message ip user_agent session_id from to'
        '/api/auth/mfa'        | ''      || 'enabled enabled_at recovery_codes_left'
        '/api/me/settings'     | ''      || 'locale time_zone sign_in_alerts'
    }

    def "nothing that anybody can read has an address of anybody in it"() {
        given:
        def names = things + [slug: things.tag, width: 64, provider: 'sunrise', number: 1, id: UUID.randomUUID()]
        def paths = Policy.lines().findAll { it.method == 'GET' && ('anybody' in it.admitted || it.toAll) }.collect { line ->
            line.path.replaceAll(/\{(\w+)}/) { _, name -> names[name] ?: UUID.randomUUID() }
        } + ["/api/posts?q=$things.email", "/api/posts?q=$things.username", "/api/tags?q=$things.email", "/api/posts?author=$things.username"]

        when:
        def answers = paths*.toString().collectEntries { [it, cast.anonymous.get(it)] }

        then:
        answers.count { _, answer -> answer.status == 200 } > 15
        answers.findAll { _, answer -> answer.text =~ MAIL || answer.allHeaders().toString() =~ MAIL }.keySet() == [] as Set
        answers["/api/posts?q=$things.email".toString()].body.items == []
    }

    private static SortedSet<String> fieldsOf(Object body, String within) {
        def found = within.tokenize('.').inject([body]) { bodies, name -> bodies.collectMany { it[name] instanceof List ? it[name] : [it[name]] } }
        found.collectMany { names(it) } as SortedSet
    }

    private static Collection<String> names(Map body) {
        body.collectMany { name, value -> value instanceof Map ? names(value).collect { "$name.$it".toString() } : [name as String] }
    }
}
