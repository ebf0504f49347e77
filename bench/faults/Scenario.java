import java.io.IOException;

/// One way of breaking things.
sealed interface Scenario permits KillTheServer, CrashTheDatabase, FreezeTheDatabase, HotRow, LoginStorm {

    void play(Stage stage, Verdict verdict) throws IOException, InterruptedException;
}
