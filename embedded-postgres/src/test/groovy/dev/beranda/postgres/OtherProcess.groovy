package dev.beranda.postgres

import java.nio.file.Path

/// A JVM at the head of a process group of its own, as a program in a terminal is.
class OtherProcess implements AutoCloseable {

    private final Process process
    private final BufferedReader output

    private OtherProcess(Process process) {
        this.process = process
        this.output = process.inputReader()
    }

    static OtherProcess opening(Path folder, Durability durability, String workMem = "4MB") {
        def java = Path.of(System.getProperty("java.home"), "bin", "java").toString()
        def words = ["setsid", java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
                Opener.name, folder.toString(), durability.name(), workMem]
        new OtherProcess(new ProcessBuilder(words).redirectErrorStream(true).start())
    }

    /// The server's process, once it is open.
    long awaitServer() {
        def line = output.lines().filter { it.startsWith("open ") || it.contains("Exception") }.findFirst().orElse("silence")
        assert line.startsWith("open ")
        line.substring(5) as long
    }

    String awaitFailure() {
        output.lines().filter { it.contains("Exception") || it.startsWith("open ") }.findFirst().orElse("silence")
    }

    /// What a Ctrl-C would reach, but with a signal nobody survives.
    void killGroup() {
        new ProcessBuilder("kill", "-KILL", "--", "-" + process.pid()).start().waitFor()
        process.waitFor()
    }

    void kill() {
        process.destroyForcibly().waitFor()
    }

    boolean isAlive() {
        process.alive
    }

    @Override
    void close() {
        killGroup()
    }
}
