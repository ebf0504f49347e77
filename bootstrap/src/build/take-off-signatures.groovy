// Takes the signatures off the copied libraries. Maven has checked their digests; the JDK would check them once more at
// every start, which costs a tenth of a second, and keeps no class of a signed jar in its AOT cache.

import java.nio.file.FileSystems
import java.nio.file.Files

def isSignature = { path -> path.fileName.toString() ==~ /(?i).+\.(SF|RSA|DSA|EC)/ }

new File(project.build.directory, 'beranda/lib').listFiles({ it.name.endsWith('.jar') } as FileFilter).each { jar ->
    FileSystems.newFileSystem(jar.toPath()).withCloseable { contents ->
        def folder = contents.getPath('META-INF')
        if (Files.isDirectory(folder)) {
            Files.list(folder).withCloseable { it.filter(isSignature).toList() }.each { Files.delete(it) }
        }
    }
}
