package dev.beranda.bootstrap.settings

import dev.beranda.domain.post.TrashPeriod
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import spock.lang.Specification
import spock.lang.TempDir

class SettingsSpec extends Specification {

    @TempDir
    Path folder

    def "without any setting everything has a sensible value"() {
        given:
        def settings = Settings.read([PATH: '/bin', BERANDA_HTTP_PORT: ''])

        expect:
        with(settings) {
            httpPort() == 8080
            httpHost() == '127.0.0.1'
            publicUrl() == 'http://localhost:8080'
            database().empty
            rateLimits()
            passwordMinimum() == 12
            breachCheck().empty
            trustedProxies() == []
            allowedOrigins() == []
        }
    }

    def "a list of stolen passwords is the usual one, one's own or none: #value"() {
        expect:
        Settings.read([BERANDA_BREACH_CHECK: value]).breachCheck() == Optional.ofNullable(service)

        where:
        value                       || service
        'off'                       || null
        'on'                        || URI.create('https://api.pwnedpasswords.com')
        'https://lists.test/stolen' || URI.create('https://lists.test/stolen')
    }

    def "letters can be read in the house only where nobody from elsewhere is served: #given"() {
        expect:
        Settings.read(given).hasMailbox() == has

        where:
        given                                                 || has
        [:]                                                   || true
        [BERANDA_PUBLIC_URL: 'http://localhost:9000']         || true
        [BERANDA_PUBLIC_URL: 'https://beranda.localhost']     || true
        [BERANDA_PUBLIC_URL: 'http://127.0.0.1:8080']         || true
        [BERANDA_PUBLIC_URL: 'http://[::1]:8080']             || true
        [BERANDA_PUBLIC_URL: 'https://example.com']           || false
        [BERANDA_PUBLIC_URL: 'https://localhost.example.com'] || false
        [BERANDA_PUBLIC_URL: 'http://127.0.0.1.example.com']  || false
        [BERANDA_PUBLIC_URL: 'http://192.168.1.7:8080']       || false
        [BERANDA_SMTP_URL: 'smtp://mail.test:25']             || false
        [BERANDA_DATABASE_URL: 'postgresql://a:b@c/d']        || false
    }

    def "what the README and the launcher speak of is a setting"() {
        given:
        def names = ['README.md', 'beranda'].collectMany { new File("../$it").text.findAll(/BERANDA_[A-Z0-9_]*[A-Z0-9]/) } as Set

        when:
        Settings.read(names.collectEntries { [it, ''] })

        then:
        noExceptionThrown()
        names.size() > 20
    }

    def "a misspelt or impossible value stops the start with one line that names it: #name"() {
        when:
        Settings.read([(name): value])

        then:
        def refusal = thrown(SettingsException)
        refusal.message.startsWith(names)
        refusal.message.contains(says)
        refusal.message.readLines().size() == 1

        where:
        name                          | value                | names                    | says
        'BERANDA_HTPP_PORT'           | '80'                 | 'BERANDA_HTPP_PORT'      | 'did you mean BERANDA_HTTP_PORT?'
        'BERANDA_NONSENSE'            | 'x'                  | 'BERANDA_NONSENSE'       | 'README'
        'BERANDA_HTTP_PORT'           | 'eighty'             | 'BERANDA_HTTP_PORT'      | '0 to 65535'
        'BERANDA_HTTP_PORT'           | '65536'              | 'BERANDA_HTTP_PORT'      | '0 to 65535'
        'BERANDA_HTTP_PORT'           | '-1'                 | 'BERANDA_HTTP_PORT'      | '0 to 65535'
        'BERANDA_PUBLIC_URL'          | 'example.com'        | 'BERANDA_PUBLIC_URL'     | 'http'
        'BERANDA_PUBLIC_URL'          | 'https://x.test/a'   | 'BERANDA_PUBLIC_URL'     | 'without a path'
        'BERANDA_PUBLIC_URL'          | 'https://x.test#a'   | 'BERANDA_PUBLIC_URL'     | 'without a path'
        'BERANDA_PUBLIC_URL'          | 'https://u@x.test'   | 'BERANDA_PUBLIC_URL'     | 'http'
        'BERANDA_DATABASE_URL'        | 'mysql://a:b@c/d'    | 'BERANDA_DATABASE_URL'   | 'postgresql://'
        'BERANDA_DATABASE_URL'        | 'postgresql://c/d'   | 'BERANDA_DATABASE_URL'   | 'user:password'
        'BERANDA_DATABASE_URL'        | 'postgresql://a:b@c:99999999/d' | 'BERANDA_DATABASE_URL' | 'postgresql://'
        'BERANDA_DATABASE_URL'        | 'postgresql://a:%zz@c/d' | 'BERANDA_DATABASE_URL' | 'postgresql://'
        'BERANDA_DATABASE_URL'        | 'postgresql://a:b@c d/e' | 'BERANDA_DATABASE_URL' | 'postgresql://'
        'BERANDA_DATABASE_URL'        | 'postgresql://a:b@c'  | 'BERANDA_DATABASE_URL'   | 'postgresql://'
        'BERANDA_DATA_DIR'            | 'a\0b'               | 'BERANDA_DATA_DIR'       | 'folder'
        'BERANDA_BREACH_CHECK'        | 'ftp://x.test'       | 'BERANDA_BREACH_CHECK'   | 'on, off or'
        'BERANDA_RATE_LIMITS'         | 'no'                 | 'BERANDA_RATE_LIMITS'    | 'on or off'
        'BERANDA_TRASH_DAYS'          | '3651'               | 'BERANDA_TRASH_DAYS'     | 'or off'
        'BERANDA_TRASH_DAYS'          | '0'                  | 'BERANDA_TRASH_DAYS'     | 'or off'
        'BERANDA_TRASH_DAYS'          | '-1'                 | 'BERANDA_TRASH_DAYS'     | 'or off'
        'BERANDA_TRASH_DAYS'          | 'never'              | 'BERANDA_TRASH_DAYS'     | 'or off'
        'BERANDA_SITE_URL'            | 'www.example.com'    | 'BERANDA_SITE_URL'       | 'http'
        'BERANDA_SITE_URL'            | 'https://x.test/?a'  | 'BERANDA_SITE_URL'       | 'http'
        'BERANDA_SITE_URL'            | 'https://x/' + 'a' * 200 | 'BERANDA_SITE_URL'   | 'http'
        'BERANDA_SITE_NAME'           | 'x' * 101            | 'BERANDA_SITE_NAME'      | '100'
        'BERANDA_SITE_NAME'           | 'a\nb'               | 'BERANDA_SITE_NAME'      | 'one line'
        'BERANDA_SITE_DESCRIPTION'    | 'x' * 301            | 'BERANDA_SITE_DESCRIPTION' | '300'
        'BERANDA_SITE_POST_PAGE'      | '/posts'             | 'BERANDA_SITE_POST_PAGE' | '{slug}'
        'BERANDA_SITE_POST_PAGE'      | '{slug}'             | 'BERANDA_SITE_POST_PAGE' | 'begins with /'
        'BERANDA_SITE_POST_PAGE'      | '/{slug}/{slug}'     | 'BERANDA_SITE_POST_PAGE' | 'once'
        'BERANDA_SITE_POST_PAGE'      | '/{slug}/{id}'       | 'BERANDA_SITE_POST_PAGE' | '{slug}'
        'BERANDA_COMMENTS'            | 'closed'             | 'BERANDA_COMMENTS'       | 'held-first'
        'BERANDA_CACHE_MEGABYTES'     | 'much'               | 'BERANDA_CACHE_MEGABYTES' | '0 to'
        'BERANDA_CDN_SECONDS'         | '-1'                 | 'BERANDA_CDN_SECONDS'    | '0 to'
        'BERANDA_PASSWORD_HASH'       | 'md5'                | 'BERANDA_PASSWORD_HASH'  | 'argon2id'
        'BERANDA_PASSWORD_MINIMUM'    | '7'                  | 'BERANDA_PASSWORD_MINIMUM' | '8 to'
        'BERANDA_EMAIL_VERIFICATION'  | 'yes'                | 'BERANDA_EMAIL_VERIFICATION' | 'required or optional'
        'BERANDA_SMTP_URL'            | 'http://x'           | 'BERANDA_SMTP_URL'       | 'smtp://'
        'BERANDA_SMTP_URL'            | 'smtp://a:secret@'   | 'BERANDA_SMTP_URL'       | 'smtp://'
        'BERANDA_MAIL_FROM'           | 'nobody'             | 'BERANDA_MAIL_FROM'      | 'e-mail address'
        'BERANDA_HIDE_EXISTING_ACCOUNTS' | 'yes'             | 'BERANDA_HIDE_EXISTING_ACCOUNTS' | 'on or off'
        'BERANDA_PLACES'              | '/nowhere.mmdb'      | 'BERANDA_PLACES'         | 'MaxMind DB'
        'BERANDA_IMPORT_MAX_BYTES'    | '3000000000'         | 'BERANDA_IMPORT_MAX_BYTES' | '1048576 to'
        'BERANDA_MEDIA_MAX_BYTES'     | '100'                | 'BERANDA_MEDIA_MAX_BYTES' | '65536 to'
        'BERANDA_MEDIA_QUOTA'         | '0'                  | 'BERANDA_MEDIA_QUOTA'    | '1 to'
        'BERANDA_MEDIA_S3_ENDPOINT'   | 's3.test'            | 'BERANDA_MEDIA_S3_ENDPOINT' | 'http'
        'BERANDA_MEDIA_S3_ENDPOINT'   | 'https://s3.test/b'  | 'BERANDA_MEDIA_S3_ENDPOINT' | 'without a path'
        'BERANDA_MEDIA_S3_ENDPOINT'   | 'https://s3.test'    | 'BERANDA_MEDIA_S3_BUCKET' | 'missing'
        'BERANDA_MEDIA_S3_BUCKET'     | 'My/Bucket'          | 'BERANDA_MEDIA_S3_BUCKET' | 'bucket'
        'BERANDA_MEDIA_S3_REGION'     | 'here'               | 'BERANDA_MEDIA_S3_ENDPOINT' | 'missing'
        'BERANDA_METRICS_TOKEN'       | 'short'              | 'BERANDA_METRICS_TOKEN'  | '32 to 256'
        'BERANDA_LOG_LEVEL'           | 'loud'               | 'BERANDA_LOG_LEVEL'      | 'info'
        'BERANDA_LOG_FORMAT'          | 'xml'                | 'BERANDA_LOG_FORMAT'     | 'json'
        'BERANDA_DATABASE_POOL'       | '1'                  | 'BERANDA_DATABASE_POOL'  | '2 to'
        'BERANDA_ADMIN_EMAIL'         | 'a@b.test'           | 'BERANDA_ADMIN_EMAIL'    | 'go together'
        'BERANDA_OAUTH_GOOGLE_CLIENT_ID' | 'x'                | 'BERANDA_OAUTH_GOOGLE_CLIENT_SECRET' | 'missing'
        'BERANDA_OAUTH_GITHUB_CLIENT_SECRET' | 'x'            | 'BERANDA_OAUTH_GITHUB_CLIENT_ID' | 'missing'
        'BERANDA_OAUTH_GOGLE_CLIENT_ID' | 'x'                 | 'BERANDA_OAUTH_GOGLE_ISSUER' | 'missing'
        'BERANDA_OAUTH_GOOGLE_ISSUER' | 'https://evil.test'   | 'BERANDA_OAUTH_GOOGLE_ISSUER' | 'cannot be chosen'
        'BERANDA_OAUTH_GOOGLE_CLIENTID' | 'x'                 | 'BERANDA_OAUTH_GOOGLE_CLIENTID' | 'did you mean BERANDA_OAUTH_GOOGLE_CLIENT_ID?'
        'BERANDA_OAUTH_WORK_ISSUER'   | 'http://work.test'    | 'BERANDA_OAUTH_WORK_ISSUER' | 'https://'
        'BERANDA_OAUTH_WORK_ISSUER'   | 'https://work.test?x' | 'BERANDA_OAUTH_WORK_ISSUER' | 'https://'
        'BERANDA_OAUTH_WORK_ISSUER'   | 'https://u@work.test' | 'BERANDA_OAUTH_WORK_ISSUER' | 'https://'
        'BERANDA_OAUTH_WORK_ISSUER'   | 'work.test'           | 'BERANDA_OAUTH_WORK_ISSUER' | 'https://'
        'BERANDA_OAUTH_RETURN_PAGES'  | 'https://a.test/b /c' | 'BERANDA_OAUTH_RETURN_PAGES' | 'whole addresses'
        'BERANDA_SECRET_KEY_FILE'     | '/nowhere/at/all'    | 'BERANDA_SECRET_KEY_FILE' | 'cannot be read'
        'BERANDA_LOG_LEVEL_FILE'      | '/nowhere/at/all'    | 'BERANDA_LOG_LEVEL_FILE' | 'cannot be read'
        'BERANDA_JAVA_OPTS_FILE'      | '/etc/hostname'      | 'BERANDA_JAVA_OPTS'      | 'cannot come from a file'
        'BERANDA_DATABASE_MIGRATION_URL' | 'postgresql://a:b@c/d' | 'BERANDA_DATABASE_MIGRATION_URL' | 'without effect'
    }

    def "how long things lie in the trash is said in days, or not at all: #value"() {
        expect:
        Settings.read(value == null ? [:] : [BERANDA_TRASH_DAYS: value]).trashPeriod() == period

        where:
        value  || period
        null   || new TrashPeriod.Of(Duration.ofDays(30))
        '1'    || new TrashPeriod.Of(Duration.ofDays(1))
        '3650' || new TrashPeriod.Of(Duration.ofDays(3650))
        'off'  || new TrashPeriod.ForEver()
    }

    def "a value that is refused is not repeated, for it may be a secret"() {
        when:
        Settings.read([BERANDA_DATABASE_URL: 'postgres//user:hunter2@host/db'])

        then:
        def refusal = thrown(SettingsException)
        !refusal.message.contains('hunter2')
    }

    def "secrets may come from files, but not from two places"() {
        given:
        def file = Files.writeString(folder.resolve('url'), 'postgresql://beranda:p%40ss@db.test:6432/blog?sslmode=require\n')

        when:
        def database = Settings.read([BERANDA_DATABASE_URL_FILE: file as String]).database().get()

        then:
        database.jdbcUrl() == 'jdbc:postgresql://db.test:6432/blog?sslmode=require'
        database.user() == 'beranda'
        database.password() == 'p@ss'

        when:
        Settings.read([BERANDA_SECRET_KEY_FILE: file as String, BERANDA_SECRET_KEY: 'x'])

        then:
        def refusal = thrown(SettingsException)
        refusal.message.contains('twice')
    }

    def "a database is found wherever it may be: #address"() {
        when:
        def database = Settings.read([BERANDA_DATABASE_URL: address]).database().get()

        then:
        database.jdbcUrl() == url
        database.user() == user
        database.password() == password

        where:
        address                                      || url                                                  | user | password
        'postgresql://u:p@db.test/blog'              || 'jdbc:postgresql://db.test:5432/blog'                | 'u'  | 'p'
        'postgres://u:p@10.0.0.1:6432/blog'          || 'jdbc:postgresql://10.0.0.1:6432/blog'               | 'u'  | 'p'
        'postgresql://u:p@my_stack_db:5432/blog'     || 'jdbc:postgresql://my_stack_db:5432/blog'            | 'u'  | 'p'
        'postgresql://u:p@[2001:db8::1]/blog'        || 'jdbc:postgresql://[2001:db8::1]:5432/blog'          | 'u'  | 'p'
        'postgresql://u@db.test/blog'                || 'jdbc:postgresql://db.test:5432/blog'                | 'u'  | ''
        'postgresql://u:p:q%2F%40+%20@db/b?a=b&c=d'  || 'jdbc:postgresql://db:5432/b?a=b&c=d'                | 'u'  | 'p:q/@+ '
        'postgresql://u:${HOME}#{1}@db/blog'.replace('#', '%23') || 'jdbc:postgresql://db:5432/blog'         | 'u'  | '${HOME}#{1}'
    }

    def "who may vouch for people is said by what a provider gave, under any name"() {
        given:
        def secret = Files.writeString(folder.resolve('secret'), 'from a file\n')

        when:
        def settings = Settings.read([
            BERANDA_OAUTH_GOOGLE_CLIENT_ID           : 'g',
            BERANDA_OAUTH_GOOGLE_CLIENT_SECRET       : 's',
            BERANDA_OAUTH_MY_COMPANY2_ISSUER         : 'https://login.company.test/realms/all',
            BERANDA_OAUTH_MY_COMPANY2_CLIENT_ID      : 'c',
            BERANDA_OAUTH_MY_COMPANY2_CLIENT_SECRET_FILE: secret as String,
            BERANDA_OAUTH_RETURN_PAGES               : 'https://www.example.com/login, https://app.example.com',
        ])

        then:
        settings.providers()*.name() == ['google', 'my-company2']
        settings.providers()*.issuer() == [Optional.empty(), Optional.of(URI.create('https://login.company.test/realms/all'))]
        settings.providers()*.clientId() == ['g', 'c']
        settings.providers()*.clientSecret() == ['s', 'from a file']
        settings.returnPages()*.value() == ['https://www.example.com/login', 'https://app.example.com/']
    }

    def "nobody vouches for anybody unless that is asked for"() {
        expect:
        Settings.read([:]).providers() == []
        Settings.read([:]).returnPages() == []
    }

    def "settings of rooms that are not built yet are known and said to be without effect"() {
        expect:
        Settings.read([BERANDA_FRONTEND: 'off', BERANDA_REDIS_URL: 'redis://x']).withoutEffect() == ['BERANDA_REDIS_URL']
    }
}
