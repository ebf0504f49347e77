package dev.beranda.adapter.place

import com.maxmind.db.InvalidDatabaseException
import dev.beranda.domain.shared.ClientAddress
import dev.beranda.domain.shared.Place
import java.nio.file.Files
import java.nio.file.NoSuchFileException
import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

class FilePlacesSpec extends Specification {

    @Shared
    @AutoCleanup
    FilePlaces places = FilePlaces.in(Path.of(FilePlacesSpec.getResource('documentation-networks.mmdb').toURI()))

    @TempDir
    Path folder

    def "an address is where the file says: #address"() {
        expect:
        places.of(new ClientAddress(address, address)) == Optional.ofNullable(place)

        where:
        address          || place
        '203.0.113.7'    || new Place('ID', 'Jepara')
        '2001:db8::7'    || new Place('JP', '')
        '198.51.100.200' || new Place('CH', '')
        '192.0.2.1'      || null
        '127.0.0.1'      || null
        '::1'            || null
    }

    def "what is no such file is refused"() {
        when:
        FilePlaces.in(Files.writeString(folder.resolve('places.mmdb'), 'nowhere'))

        then:
        thrown(InvalidDatabaseException)
    }

    def "so is a file that is not there"() {
        when:
        FilePlaces.in(folder.resolve('nothing.mmdb'))

        then:
        thrown(IOException)
    }
}
