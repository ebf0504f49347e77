package dev.beranda.adapter.media

import dev.beranda.domain.media.Format
import dev.beranda.domain.media.MediaId
import dev.beranda.domain.media.Pictures
import dev.beranda.domain.media.Shelves
import dev.beranda.domain.media.ShelvesContract
import dev.beranda.domain.media.ShelvesOutOfReach
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
import spock.lang.TempDir

class FolderShelvesSpec extends ShelvesContract {

    @TempDir
    Path folder

    Shelves shelves

    def setup() {
        shelves = FolderShelves.in(folder.resolve('media'))
    }

    def "nobody else may look into it"() {
        given:
        shelves.put(Pictures.newId(), [Pictures.sheet()])

        expect:
        Files.walk(folder.resolve('media')).withCloseable { paths ->
            paths.filter { Files.isDirectory(it) }.toList().every {
                PosixFilePermissions.toString(Files.getPosixFilePermissions(it)) == 'rwx------'
            }
        }
    }

    def "where it cannot be put, nothing of it is left"() {
        given:
        def id = Pictures.newId()
        Files.writeString(folder.resolve('media').resolve(id.toString().substring(0, 6)), 'in the way')

        when:
        shelves.put(id, [Pictures.sheet(), Pictures.sheet(640)])

        then:
        thrown(ShelvesOutOfReach)
        files() == [id.toString().substring(0, 6)]
    }

    def "a medium appears as a whole"() {
        given:
        def id = Pictures.newId()
        def sheets = (1..60).collect { Pictures.sheet(it, Format.JPEG, new byte[50_000]) }
        def putting = Thread.startVirtualThread { shelves.put(id, sheets) }
        def halves = 0

        when:
        while (putting.alive) {
            def some = Files.exists(home(id))
            def all = sheets.every { Files.exists(home(id).resolve(it.print().name())) }
            halves += some && !all && Files.exists(home(id)) ? 1 : 0
        }

        then:
        halves == 0
        read(id, sheets.last().print()).length == 50_000
    }

    def "what a crash left half way is told of, is not handed out, and can be removed"() {
        given:
        def id = Pictures.newId()
        def attempt = Files.createDirectory(folder.resolve("media/unfinished/${id}.${UUID.randomUUID()}"))
        Files.write(attempt.resolve('320.jpg'), [1] as byte[])

        expect:
        shelves.find(id, Pictures.sheet().print()).empty
        shelves.held(MediaId.FIRST, 10) == [id]

        when:
        shelves.remove(id)

        then:
        shelves.held(MediaId.FIRST, 10) == []
        files() == []
    }

    def "what others put into the folder is let alone"() {
        given:
        Files.writeString(folder.resolve('media/README'), 'hello')
        Files.createDirectories(folder.resolve('media/019d00/lost+found'))

        expect:
        shelves.held(MediaId.FIRST, 10) == []
    }

    def "no drawer stays open when the last is gone"() {
        given:
        def ids = (1..2).collect { Pictures.newId() }
        ids.each { shelves.put(it, [Pictures.sheet()]) }

        when:
        ids.each { shelves.remove(it) }

        then:
        Files.list(folder.resolve('media')).withCloseable { it.toList()*.fileName*.toString() } == ['unfinished']
    }

    def "no room left is told apart from all else: #words"() {
        expect:
        FolderShelves.isFull(new java.nio.file.FileSystemException('/a', null, words)) == full

        where:
        words                     || full
        'No space left on device' || true
        'Disk quota exceeded'     || true
        'Permission denied'       || false
        'Input/output error'      || false
        null                      || false
    }

    private Path home(MediaId id) {
        folder.resolve('media').resolve(id.toString().substring(0, 6)).resolve(id.toString())
    }

    private List<String> files() {
        Files.walk(folder.resolve('media')).withCloseable { paths ->
            paths.filter { Files.isRegularFile(it) }.map { folder.resolve('media').relativize(it).toString() }.toList()
        }
    }
}
