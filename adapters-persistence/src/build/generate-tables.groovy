// Makes the classes of the tables out of the migrations: on a throw-away PostgreSQL, so that what is compiled against is
// what will be there. Does nothing while neither the migrations nor this script nor jOOQ changed.

import dev.beranda.postgres.Durability
import dev.beranda.postgres.EmbeddedPostgres
import java.nio.file.Files
import java.security.MessageDigest
import org.flywaydb.core.Flyway
import org.jooq.codegen.GenerationTool
import org.jooq.meta.jaxb.Configuration
import org.jooq.meta.jaxb.Database
import org.jooq.meta.jaxb.ForcedType
import org.jooq.meta.jaxb.Generate
import org.jooq.meta.jaxb.Generator
import org.jooq.meta.jaxb.Jdbc
import org.jooq.meta.jaxb.Logging
import org.jooq.meta.jaxb.Target

def migrations = new File(project.basedir, 'src/main/resources/db/migration')
def script = new File(project.basedir, 'src/build/generate-tables.groovy')
def tables = new File(project.build.directory, 'generated-sources/jooq')
def madeFrom = new File(project.build.directory, 'generated-sources/jooq.digest')

project.addCompileSourceRoot(tables.path)

def digest = MessageDigest.getInstance('SHA-256')
digest.update(project.properties['jooq.version'].bytes)
([script] + migrations.listFiles().sort().toList()).each { digest.update(it.bytes) }
def present = digest.digest().encodeHex().toString()
if (tables.directory && madeFrom.file && madeFrom.text == present) {
    return
}

ForcedType type(String type, String stored, String make, String reveal, String columns) {
    new ForcedType()
            .withUserType(type)
            .withConverter("org.jooq.Converter.ofNullable(${stored}.class, ${type}.class, ${make}, ${reveal})")
            .withIncludeExpression(columns)
}

ForcedType value(String type, String stored, String columns, String reveal = 'value') {
    this.type(type, stored, "${type}::new", "${type}::${reveal}", columns)
}

def post = 'dev.beranda.domain.post'
def comment = 'dev.beranda.domain.comment'
def shared = 'dev.beranda.domain.shared'
def user = 'dev.beranda.domain.user'
def letter = 'dev.beranda.domain.letter'
def passkey = 'dev.beranda.domain.passkey'
def factor = 'dev.beranda.domain.factor'
def media = 'dev.beranda.domain.media'
def exchange = 'dev.beranda.domain.exchange'
def identity = 'dev.beranda.domain.identity'
def language = 'dev.beranda.domain.shared.Language'
def role = 'dev.beranda.domain.shared.Role'
def types = [
        value("${user}.UserId", 'java.util.UUID', /.*\.(app_user|applicant)\.id|.*\.applicant_id|.*\.user_id|.*\.author_id|.*\.editor_id|.*\.reporter_id|.*\.follower_id|.*\.followed_id|.*\.media\.owner_id|.*\.audit_entry\.actor/),
        value("dev.beranda.domain.shared.EmailAddress", 'String', /.*\.(app_user|applicant)\.email|.*\.ticket\.address/),
        value("${user}.Username", 'String', /.*\.(app_user|applicant)\.username/),
        value("${user}.DisplayName", 'String', /.*\.(app_user|applicant)\.display_name/),
        type(role, 'String', "${role}::ofWord", "${role}::word", /.*\.app_user\.role/),
        value("${user}.Bio", 'String', /.*\.app_user\.bio/),
        value("${user}.Website", 'String', /.*\.app_user\.website/),
        value("${user}.Location", 'String', /.*\.app_user\.location/),
        value("${user}.Avatar", 'String', /.*\.app_user\.avatar|.*\.avatar_picture\.avatar/),
        type('java.time.ZoneId', 'String', "${user}.TimeZones::ofName", "${user}.TimeZones::nameOf", /.*\.app_user\.time_zone/),
        type(language, 'String', "${language}::ofTag", "${language}::tag", /.*\.(app_user|applicant)\.language/),
        value("${letter}.TicketId", 'java.util.UUID', /.*\.ticket\.id/),
        type("${letter}.Purpose", 'String', "${letter}.Purpose::ofWord", "${letter}.Purpose::word", /.*\.ticket\.purpose/),
        value("${factor}.SealedSecret", 'byte[]', /.*\.authenticator\.secret/, 'reveal'),
        value("${factor}.RecoveryDigest", 'byte[]', /.*\.recovery_code\.digest/, 'reveal'),
        value("${factor}.ChallengeId", 'java.util.UUID', /.*\.login_challenge\.id/),
        value("${identity}.IdentityId", 'java.util.UUID', /.*\.identity\.id/),
        value("${identity}.Provider", 'String', /.*\.(identity|voucher)\.provider/, 'name'),
        value("${identity}.Subject", 'String', /.*\.identity\.subject/),
        value("${identity}.VoucherId", 'java.util.UUID', /.*\.voucher\.id/),
        value("${identity}.ErrandId", 'java.util.UUID', /.*\.finished_errand\.id/),
        value("${media}.MediaId", 'java.util.UUID', /.*\.media\.id|.*\.media_id/),
        value("${media}.AltText", 'String', /.*\.media\.alt/),
        type("${media}.Format", 'String', "${media}.Format::ofWord", "${media}.Format::word", /.*\.media\.was|.*\.media_print\.format/),
        value("${passkey}.PasskeyId", 'java.util.UUID', /.*\.passkey\.id/),
        value("${passkey}.CredentialId", 'String', /.*\.passkey\.credential_id/),
        value("${passkey}.PasskeyName", 'String', /.*\.passkey\.name/),
        value("${post}.PostId", 'java.util.UUID', /.*\.post\.id|.*\.post_id|.*\.sitemap_part\.(first|end)_id|.*\.tag_aftermath\.done_up_to/),
        value("${post}.Title", 'String', /.*\.post\.title|.*\.post_revision\.title/),
        value("${post}.Excerpt", 'String', /.*\.post_revision\.excerpt/),
        value("${shared}.Slug", 'String', /.*\.(post|tag|category)(_slug)?\.slug/),
        value("${shared}.Markdown", 'String', /.*\.markdown/),
        value("${shared}.SafeHtml", 'String', /.*\.html/),
        value("${comment}.CommentId", 'java.util.UUID', /.*\.comment\.(id|answered_id)|.*\.comment_id/),
        type("${comment}.Concern", 'String', "${comment}.Concern::ofWord", "${comment}.Concern::word", /.*\.comment\.concern/),
        type("${comment}.ReportReason", 'String', "${comment}.ReportReason::ofWord", "${comment}.ReportReason::word", /.*\.comment_report\.reason/),
        value("${comment}.GuestName", 'String', /.*\.comment\.guest/),
        value("${comment}.ReportNote", 'String', /.*\.comment_report\.note/),
        value('dev.beranda.domain.media.MediaId', 'java.util.UUID', /.*\.cover_id/),
        value('dev.beranda.domain.tag.TagId', 'java.util.UUID', /.*\.tag\.(id|heir_id)|.*\.tag_id/),
        value('dev.beranda.domain.tag.TagName', 'String', /.*\.tag\.name/),
        value('dev.beranda.domain.category.CategoryId', 'java.util.UUID', /.*\.category\.(id|parent_id)|.*\.category_id|.*\.counted_under/),
        value('dev.beranda.domain.category.CategoryName', 'String', /.*\.category\.name/),
        value('dev.beranda.domain.session.SessionId', 'java.util.UUID', /.*\.(vanished_)?session\.id/),
        value('dev.beranda.domain.session.SealedKey', 'byte[]', /.*\.sealed_private_key/, 'reveal'),
        value('dev.beranda.domain.credential.PasswordHash', 'String', /.*\.(credential|pledge)\.hash/, 'reveal'),
        type("${exchange}.Kind", 'String', "${exchange}.Kind::ofWord", "${exchange}.Kind::word", /.*\.import_source\.kind/),
        new ForcedType().withName('CLOB').withIncludeTypes('tsvector'),
        new ForcedType().withName('INSTANT').withIncludeTypes('timestamptz|timestamp with time zone')
]

def folder = Files.createTempDirectory('beranda-tables-')
try {
    EmbeddedPostgres.open(folder, Durability.DISPOSABLE).withCloseable { server ->
        def database = server.provision('tables')
        def owner = database.owner()
        Flyway.configure()
                .dataSource(database.jdbcUrl(), owner.user(), owner.password())
                .locations("filesystem:${migrations.path}")
                .mixed(true)
                .configuration(['flyway.postgresql.transactional.lock': 'false'])
                .load()
                .migrate()
        tables.deleteDir()
        GenerationTool.generate(new Configuration()
                .withLogging(Logging.WARN)
                .withJdbc(new Jdbc()
                        .withUrl(database.jdbcUrl())
                        .withUser(owner.user())
                        .withPassword(owner.password()))
                .withGenerator(new Generator()
                        .withDatabase(new Database()
                                .withInputSchema('public')
                                .withOutputSchemaToDefault(true)
                                .withExcludes('flyway_.*')
                                .withIncludeRoutines(false)
                                .withIncludeSequences(false)
                                .withIncludeIndexes(false)
                                .withForcedTypes(types))
                        .withGenerate(new Generate()
                                .withRecords(false)
                                .withKeys(false)
                                .withRelations(false)
                                .withImplicitJoinPathTableSubtypes(false)
                                .withComments(false)
                                .withGlobalCatalogReferences(false)
                                .withGlobalSchemaReferences(false))
                        .withTarget(new Target()
                                .withPackageName('dev.beranda.adapter.persistence.jooq')
                                .withDirectory(tables.path))))
    }
} finally {
    EmbeddedPostgres.discard(folder)
}
madeFrom.text = present
log.info('Made the tables anew, out of ' + migrations.list().size() + ' migrations')
