package dev.beranda.adapter.persistence.tag

import dev.beranda.adapter.persistence.Databases
import dev.beranda.adapter.persistence.Node
import dev.beranda.domain.tag.Tags
import dev.beranda.domain.tag.TagsContract
import dev.beranda.postgres.TestDatabase
import spock.lang.AutoCleanup
import spock.lang.Shared

class JooqTagsIT extends TagsContract {

    @Shared
    @AutoCleanup
    TestDatabase database = Databases.migrated()

    @Shared
    @AutoCleanup
    Node node = Node.on(database)

    Tags tags = node.get(Tags)

    def cleanup() {
        Databases.empty(database)
    }
}
