package dev.beranda.postgres

import spock.lang.Specification

import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
import java.sql.SQLException

/// What the specifications of a running server have in common.
abstract class PostgresSpecification extends Specification {

    static <T> T asSuperuser(EmbeddedPostgres server, String database = "postgres", Closure<T> work) {
        server.superuser().connect(database).withCloseable { work(it) }
    }

    static <T> T as(EmbeddedPostgres server, String database, Login login, Closure<T> work) {
        server.superuser().connect(database, login).withCloseable { work(it) }
    }

    static void execute(connection, String statement) {
        connection.createStatement().withCloseable { it.execute(statement) }
    }

    static String ask(connection, String query) {
        connection.createStatement().withCloseable {
            def rows = it.executeQuery(query)
            rows.next() ? rows.getString(1) : null
        }
    }

    /// The SQLSTATE of the refusal, or null.
    static String refusal(Closure work) {
        try {
            work()
            null
        } catch (SQLException refused) {
            refused.SQLState
        }
    }

    static String mode(Path file) {
        PosixFilePermissions.toString(Files.getPosixFilePermissions(file))
    }

    static void kill(long pid) {
        ProcessHandle.of(pid).ifPresent { it.destroyForcibly() }
    }

    static void send(String signal, long pid) {
        assert new ProcessBuilder("kill", "-$signal", "$pid").start().waitFor() == 0
    }

    /// A process that has ended may still be listed until somebody asks how, but it is nowhere any more.
    static boolean isAtWork(long pid) {
        Files.exists(Path.of("/proc/$pid/cwd"))
    }

    static List<String> groupAndSession(long pid) {
        def afterName = Files.readString(Path.of("/proc/$pid/stat")).split(/\) /)[1].split(" ")
        [afterName[2], afterName[3]]
    }

    static boolean isRoot() {
        Account.ourselves() == 0
    }
}
