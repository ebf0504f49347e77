package dev.beranda.adapter.security.password;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
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

    /// How long it would like to go on at a stretch. Since Linux 6.12, whoever is content with less need not wait until
    /// that is over; before, it is not heard.
    static final Duration STRETCH = Duration.ofMillis(100);

    private static final Logger LOG = LoggerFactory.getLogger(Courtesy.class);

    /// The number of `sched_setattr`, for which the C library has no name.
    private static final Map<String, Long> CALLS = Map.of("amd64", 314L, "aarch64", 274L);

    private static final int ORDINARY = 0;
    private static final int THE_CALLING_THREAD = 0;

    /// The kernel's `struct sched_attr`: its size, and where in it are the policy, the niceness and the stretch.
    private static final int SIZE = 48;

    private static final int POLICY_AT = 4;
    private static final int NICENESS_AT = 16;
    private static final int STRETCH_AT = 24;

    private static final Courtesy OURS = new Courtesy(find());

    private final Optional<MethodHandle> setAttributes;

    private Courtesy(Optional<MethodHandle> setAttributes) {
        this.setAttributes = setAttributes;
    }

    static Courtesy ours() {
        return OURS;
    }

    /// From now on, for as long as the calling thread lives.
    void show() {
        setAttributes.ifPresent(Courtesy::call);
    }

    private static void call(MethodHandle setAttributes) {
        try (var arena = Arena.ofConfined()) {
            MemorySegment attributes = arena.allocate(SIZE, JAVA_LONG.byteAlignment());
            attributes.set(JAVA_INT, 0, SIZE);
            attributes.set(JAVA_INT, POLICY_AT, ORDINARY);
            attributes.set(JAVA_INT, NICENESS_AT, NICENESS);
            attributes.set(JAVA_LONG, STRETCH_AT, STRETCH.toNanos());
            long refused = (long) setAttributes.invokeExact(THE_CALLING_THREAD, attributes, 0);
            if (refused != 0) {
                LOG.debug("this thread may not be made nicer");
            }
        } catch (Throwable e) {
            throw new IllegalStateException("sched_setattr cannot be called", e);
        }
    }

    private static Optional<MethodHandle> find() {
        Long number = CALLS.get(System.getProperty("os.arch"));
        if (number == null
                || !System.getProperty("os.name").toLowerCase(Locale.ROOT).equals("linux")) {
            return Optional.empty();
        }
        try {
            var linker = Linker.nativeLinker();
            var signature = FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_INT, ADDRESS, JAVA_INT);
            return linker.defaultLookup()
                    .find("syscall")
                    .map(function -> linker.downcallHandle(function, signature, Linker.Option.firstVariadicArg(1)))
                    .map(call -> MethodHandles.insertArguments(call, 0, number));
        } catch (RuntimeException | LinkageError e) {
            LOG.debug("threads cannot be made nicer", e);
            return Optional.empty();
        }
    }
}
