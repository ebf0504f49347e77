package dev.beranda.adapter.persistence.transaction;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;

@Factory
final class Sql {

    @Singleton
    DSLContext sql(ConnectionInUse connection) {
        var settings = new Settings()
                .withRenderSchema(false)
                .withRenderCatalog(false)
                // A log of statements is a log of what they carry.
                .withExecuteLogging(false);
        return DSL.using(connection, SQLDialect.POSTGRES, settings);
    }
}
