package dev.beranda.adapter.security.password;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.invoke.MethodHandle;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets everybody else go first. Whoever logs in waits for tens of milliseconds anyway; whoever only reads, and the
/// database beside us, should not have to wait for them. Linux knows this for single threads; elsewhere nothing is
/// done.
@SuppressWarnings("restricted")
final class Courtesy {

    /// A third of the share of an ordinary thread where both want to run, and all of what nobody else wants: enough
    /// to let others go first, not so little that a busy neighbour locks everybody out.
    static final int NICENESS = 5;

    private static final Logger LOG = LoggerFactory.getLogger(Courtesy.class);

    private static final int ONE_THREAD = 0;
    private static final int THE_CALLING_ONE = 0;

    private static final Courtesy OURS = new Courtesy(find());

    private final Optional<MethodHandle> setPriority;

    private Courtesy(Optional<MethodHandle> setPriority) {
        this.setPriority = setPriority;
    }

    static Courtesy ours() {
        return OURS;
    }

    /// From now on, for as long as the calling thread lives.
    void show() {
        setPriority.ifPresent(Courtesy::call);
    }

    private static void call(MethodHandle setPriority) {
        try {
            int refused = (int) setPriority.invokeExact(ONE_THREAD, THE_CALLING_ONE, NICENESS);
            if (refused != 0) {
                LOG.debug("this thread may not be made nicer");
            }
        } catch (Throwable e) {
            throw new IllegalStateException("setpriority cannot be called", e);
        }
    }

    private static Optional<MethodHandle> find() {
        if (!System.getProperty("os.name").toLowerCase(Locale.ROOT).equals("linux")) {
            return Optional.empty();
        }
        try {
            var linker = Linker.nativeLinker();
            return linker.defaultLookup()
                    .find("setpriority")
                    .map(function -> linker.downcallHandle(
                            function, FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT)));
        } catch (RuntimeException | LinkageError e) {
            LOG.debug("threads cannot be made nicer", e);
            return Optional.empty();
        }
    }
}
