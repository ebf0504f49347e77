package dev.beranda.adapter.security.password;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Argon2 by the library of its authors, where the machine has it. Twice as fast as left to itself, because it works in
/// [WorkingMemory] instead of fresh pages.
@SuppressWarnings("restricted")
final class NativeArgon2 implements Argon2 {

    private static final Logger LOG = LoggerFactory.getLogger(NativeArgon2.class);

    /// The number is the library's promise that [#CONTEXT] is laid out like this.
    private static final String LIBRARY = "libargon2.so.1";

    private static final int DONE = 0;
    private static final int OUT_OF_MEMORY = -22;

    private static final MemoryLayout CONTEXT = MemoryLayout.structLayout(
            ADDRESS.withName("out"),
            JAVA_INT.withName("outlen"),
            MemoryLayout.paddingLayout(4),
            ADDRESS.withName("pwd"),
            JAVA_INT.withName("pwdlen"),
            MemoryLayout.paddingLayout(4),
            ADDRESS.withName("salt"),
            JAVA_INT.withName("saltlen"),
            MemoryLayout.paddingLayout(4),
            ADDRESS.withName("secret"),
            JAVA_INT.withName("secretlen"),
            MemoryLayout.paddingLayout(4),
            ADDRESS.withName("ad"),
            JAVA_INT.withName("adlen"),
            JAVA_INT.withName("t_cost"),
            JAVA_INT.withName("m_cost"),
            JAVA_INT.withName("lanes"),
            JAVA_INT.withName("threads"),
            JAVA_INT.withName("version"),
            ADDRESS.withName("allocate_cbk"),
            ADDRESS.withName("free_cbk"),
            JAVA_INT.withName("flags"),
            MemoryLayout.paddingLayout(4));

    private static final Cost SMALL_COST = new Cost(Cost.ID, Cost.VERSION_13, 64, 2, 2);
    private static final byte[] SMALL_DIGEST = HexFormat.of().parseHex("8a6c0c17e192d272aee48b2926f49318");

    private final MethodHandle function;
    private final MemorySegment lend;
    private final MemorySegment takeBack;

    private NativeArgon2(SymbolLookup library) throws ReflectiveOperationException {
        Linker linker = Linker.nativeLinker();
        MethodHandles.Lookup here = MethodHandles.lookup();
        this.function = linker.downcallHandle(
                library.findOrThrow("argon2_ctx"), FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));
        this.lend = linker.upcallStub(
                here.findStatic(
                        NativeArgon2.class, "lend", MethodType.methodType(int.class, MemorySegment.class, long.class)),
                FunctionDescriptor.of(JAVA_INT, ADDRESS.withTargetLayout(ADDRESS), JAVA_LONG),
                Arena.global());
        this.takeBack = linker.upcallStub(
                here.findStatic(
                        NativeArgon2.class,
                        "takeBack",
                        MethodType.methodType(void.class, MemorySegment.class, long.class)),
                FunctionDescriptor.ofVoid(ADDRESS, JAVA_LONG),
                Arena.global());
    }

    /// Empty where there is no such library, where native access is forbidden, or where it miscalculates.
    static Optional<Argon2> find() {
        try {
            Argon2 found = new NativeArgon2(SymbolLookup.libraryLookup(LIBRARY, Arena.global()));
            if (isRight(found)) {
                LOG.info("Argon2 is computed by {}", LIBRARY);
                return Optional.of(found);
            }
            LOG.warn("{} miscalculates; Argon2 is computed in Java", LIBRARY);
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            LOG.info("Argon2 is computed in Java, which takes twice as long as with {}: {}", LIBRARY, e.toString());
        }
        return Optional.empty();
    }

    private static boolean isRight(Argon2 argon2) {
        byte[] letters = "abcdefghijklmnop".getBytes(US_ASCII);
        return Arrays.equals(SMALL_DIGEST, argon2.digest(letters, letters, SMALL_COST, SMALL_DIGEST.length));
    }

    @Override
    public byte[] digest(byte[] password, byte[] salt, Cost cost, int length) {
        WorkingMemory.atLeast(cost.memoryKib() * 1024L);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment out = arena.allocate(length);
            MemorySegment context = arena.allocate(CONTEXT);
            point(context, "out", out);
            point(context, "pwd", arena.allocateFrom(JAVA_BYTE, password));
            point(context, "salt", arena.allocateFrom(JAVA_BYTE, salt));
            fill(context, cost);
            compute(context, cost.type());
            return out.toArray(JAVA_BYTE);
        } finally {
            WorkingMemory.trim();
        }
    }

    private void fill(MemorySegment context, Cost cost) {
        set(context, "t_cost", cost.iterations());
        set(context, "m_cost", cost.memoryKib());
        set(context, "lanes", cost.lanes());
        set(context, "threads", 1);
        set(context, "version", cost.version());
        context.set(ADDRESS, at("allocate_cbk"), lend);
        context.set(ADDRESS, at("free_cbk"), takeBack);
    }

    private void compute(MemorySegment context, int type) {
        int answer;
        try {
            answer = (int) function.invokeExact(context, type);
        } catch (Throwable e) {
            throw new IllegalStateException("argon2 cannot be called", e);
        }
        if (answer != DONE) {
            throw new IllegalStateException("argon2 gave up with " + answer);
        }
    }

    private static void point(MemorySegment context, String name, MemorySegment bytes) {
        context.set(ADDRESS, at(name), bytes);
        set(context, name + "len", Math.toIntExact(bytes.byteSize()));
    }

    private static void set(MemorySegment context, String name, int value) {
        context.set(JAVA_INT, at(name), value);
    }

    private static long at(String name) {
        return CONTEXT.byteOffset(PathElement.groupElement(name));
    }

    /// Called back by the library, on the thread that called it. An exception here would end the process.
    @SuppressWarnings("UnusedMethod")
    private static int lend(MemorySegment place, long bytes) {
        MemorySegment memory = WorkingMemory.current();
        if (memory.byteSize() < bytes) {
            return OUT_OF_MEMORY;
        }
        place.set(ADDRESS, 0, memory);
        return DONE;
    }

    /// The library has wiped it by then.
    @SuppressWarnings({"UnusedMethod", "UnusedVariable"})
    private static void takeBack(MemorySegment memory, long bytes) {}
}
