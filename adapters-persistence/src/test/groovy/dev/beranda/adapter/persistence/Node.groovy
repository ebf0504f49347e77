package dev.beranda.adapter.persistence

import dev.beranda.adapter.persistence.outbox.Chronicle
import dev.beranda.adapter.persistence.outbox.Routes
import dev.beranda.domain.identity.FakeIdentityProviders
import dev.beranda.domain.media.FakeShelves
import dev.beranda.domain.session.SessionLifetimes
import dev.beranda.domain.shared.FakeTypesetter
import dev.beranda.postgres.TestDatabase
import io.micronaut.context.ApplicationContext

/// One of the nodes that share a database.
class Node implements AutoCloseable {

    private final ApplicationContext context

    private Node(ApplicationContext context) {
        this.context = context
    }

    static Node on(TestDatabase database, String url = database.jdbcUrl(), Map<String, Set<Class>> routes = [:],
            Set<Class> remembered = []) {
        def context = ApplicationContext.builder()
                .deduceEnvironment(false)
                .banner(false)
                .properties([
                        'datasources.default.url'     : url,
                        'datasources.default.username': database.runtime().user(),
                        'datasources.default.password': database.runtime().password()])
                .build()
        context.registerSingleton(SessionLifetimes.USUAL)
        context.registerSingleton(new FakeTypesetter())
        context.registerSingleton(new FakeIdentityProviders())
        context.registerSingleton(new FakeShelves())
        context.registerSingleton(new Routes(routes))
        context.registerSingleton(new Chronicle(remembered))
        new Node(context.start())
    }

    def <T> T get(Class<T> type) {
        context.getBean(type)
    }

    def <T> Collection<T> all(Class<T> type) {
        context.getBeansOfType(type)
    }

    @Override
    void close() {
        context.close()
    }
}
