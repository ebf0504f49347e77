package dev.beranda.bootstrap.settings

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

class LogSettingsSpec extends Specification {

    @TempDir
    Path folder

    def "the log is kept as it is asked for: #variables"() {
        expect:
        LogSettings.of(variables) == new LogSettings(level, Optional.ofNullable(isJson), isAccessLogged)

        where:
        variables                                           || level   | isJson | isAccessLogged
        [:]                                                 || 'INFO'  | null   | false
        [BERANDA_LOG_LEVEL: ' debug ', BERANDA_HTPP: 'x']   || 'DEBUG' | null   | false
        [BERANDA_LOG_FORMAT: 'json']                        || 'INFO'  | true   | false
        [BERANDA_LOG_FORMAT: 'text']                        || 'INFO'  | false  | false
        [BERANDA_ACCESS_LOG: 'on', BERANDA_LOG_LEVEL: '']   || 'INFO'  | null   | true
    }

    def "as all settings these may come from files"() {
        given:
        def files = [level: 'warn', format: 'json', access: 'on'].collectEntries { name, value ->
            [name, Files.writeString(folder.resolve(name), "$value\n") as String]
        }

        expect:
        LogSettings.of([BERANDA_LOG_LEVEL_FILE: files.level, BERANDA_LOG_FORMAT_FILE: files.format, BERANDA_ACCESS_LOG_FILE: files.access]) ==
                new LogSettings('WARN', Optional.of(true), true)
    }

    def "what cannot be is refused a moment later, so that there is a log to say it in: #variables"() {
        expect:
        LogSettings.of(variables) == LogSettings.of([:])

        when:
        Settings.read(variables)

        then:
        thrown(SettingsException)

        where:
        variables << [
                [BERANDA_LOG_LEVEL: 'loud'], [BERANDA_LOG_FORMAT: 'xml'], [BERANDA_ACCESS_LOG: 'yes'],
                [BERANDA_LOG_LEVEL_FILE: '/nowhere/at/all'], [BERANDA_LOG_LEVELS: 'warn']]
    }
}
