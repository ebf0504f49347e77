package dev.beranda.bootstrap.journey

import dev.beranda.domain.fixture.SoftKey
import dev.beranda.domain.identity.Identities
import dev.beranda.domain.identity.Identity
import dev.beranda.domain.identity.IdentityId
import dev.beranda.domain.identity.Provider
import dev.beranda.domain.identity.Subject
import dev.beranda.domain.shared.Transactions
import dev.beranda.domain.user.UserId
import groovy.json.JsonSlurper
import java.time.Instant
import java.util.function.Supplier

/** What somebody has that a path can name. Each is made by a fresh owner, and says what stands in the path. */
class Possessions {

    /** Given a visitor nobody has seen yet, makes the thing in their name and answers what it is called. */
    static final Map<String, Closure<String>> ALL = [
            person  : { Visitor owner -> settled(owner) },
            name    : { Visitor owner ->
                settled(owner)
                owner.get('/api/me').body.username
            },
            session : { Visitor owner ->
                def account = owner.register()
                def elsewhere = owner.logIn(account)
                owner.logIn(account)
                sidOf(elsewhere.access)
            },
            passkey : { Visitor owner ->
                settled(owner)
                def options = owner.post('/api/auth/passkeys/register/options', [:]).body
                owner.post('/api/auth/passkeys/register', new SoftKey('https://beranda.test').make(options)).body.id
            },
            identity: { Visitor owner ->
                def user = new UserId(UUID.fromString(settled(owner)))
                def identity = new Identity(
                        new IdentityId(UUID.randomUUID()), user, new Provider('sunrise'), new Subject("s$user"), '', Instant.now())
                def beans = Town.beans(0)
                beans.getBean(Transactions).write({ beans.getBean(Identities).add(identity) } as Supplier)
                identity.id() as String
            },
            draft   : { Visitor owner ->
                settled(owner, 'author')
                owner.post('/api/posts', [title: "Draft ${UUID.randomUUID()}".toString()]).body.id
            },
            medium  : { Visitor owner ->
                settled(owner, 'author')
                MediaIT.bring(owner, AvatarIT.picture(20, 20, 'png')).body.id
            },
            remark  : { Visitor owner -> said(owner, 'Well said.') },
            held    : { Visitor owner -> said(owner, 'See [a](https://a.example), [b](https://b.example) and [c](https://c.example).') },
            published: { Visitor owner ->
                settled(owner, 'author')
                owner.post('/api/posts', [title: "Post ${UUID.randomUUID()}".toString(), status: 'published']).body.id
            },
            asset   : { 'docs.js' },
            check   : { 'liveness' },
            errand  : { 'log-in' },
    ]

    /** To a post of somebody else's. */
    private static String said(Visitor owner, String words) {
        def author = owner.at(owner.server)
        settled(author, 'author')
        def post = author.post('/api/posts', [title: "Out ${UUID.randomUUID()}".toString(), status: 'published']).body.id
        settled(owner)
        owner.post("/api/posts/$post/comments", [body_markdown: words]).body.id
    }

    /** Somebody who has an account and is logged in; their id. */
    static String settled(Visitor visitor, String role = 'reader') {
        def account = visitor.register()
        if (role != 'reader') {
            Town.allow([role: role.toUpperCase()], account.email)
        }
        visitor.logIn(account).user.id
    }

    private static String sidOf(String token) {
        new JsonSlurper().parse(Base64.urlDecoder.decode(token.split('\\.')[1])).sid
    }
}
