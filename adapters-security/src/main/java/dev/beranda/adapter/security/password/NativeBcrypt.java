package dev.beranda.adapter.security.password;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Bcrypt by the system's own `crypt`, where the machine has the one that knows it.
@SuppressWarnings("restricted")
final class NativeBcrypt implements Bcrypt {

    private static final Logger LOG = LoggerFactory.getLogger(NativeBcrypt.class);

    private static final List<String> LIBRARIES = List.of("libcrypt.so.1", "libcrypt.so.2");

    /// The size of the library's `struct crypt_data`; given less, it refuses.
    private static final int SCRATCH = 32768;

    private static final int DIGEST_LENGTH = 60;

    private static final String SMALL_SETTING = "$2b$04$abcdefghijklmnopqrstuu";
    private static final String SMALL_DIGEST = SMALL_SETTING + "1nne37ldk07H4obcc5690HcGz2o40YO";

    private final MethodHandle function;

    private NativeBcrypt(SymbolLookup library) {
        this.function = Linker.nativeLinker()
                .downcallHandle(
                        library.findOrThrow("crypt_rn"),
                        FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS, ADDRESS, JAVA_INT));
    }

    /// Empty where there is no such library, where native access is forbidden, or where it miscalculates.
    static Optional<Bcrypt> find() {
        Optional<Bcrypt> found =
                LIBRARIES.stream().flatMap(name -> find(name).stream()).findFirst();
        LOG.info("bcrypt is computed {}", found.isPresent() ? "by the system's crypt" : "in Java");
        return found;
    }

    private static Optional<Bcrypt> find(String library) {
        try {
            Bcrypt found = new NativeBcrypt(SymbolLookup.libraryLookup(library, Arena.global()));
            return Optional.of(found).filter(NativeBcrypt::isRight);
        } catch (RuntimeException | LinkageError e) {
            LOG.debug("no bcrypt in {}", library, e);
            return Optional.empty();
        }
    }

    private static boolean isRight(Bcrypt bcrypt) {
        return bcrypt.digest("letters".getBytes(US_ASCII), SMALL_SETTING).equals(SMALL_DIGEST);
    }

    /// The library reads up to the first zero byte: whoever calls has to know that. What bcrypt would not look at is
    /// kept from it, as it refuses long phrases altogether.
    @Override
    public String digest(byte[] password, String setting) {
        int length = Math.min(password.length, LONGEST_INPUT);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment phrase = arena.allocate(length + 1L);
            MemorySegment.copy(password, 0, phrase, JAVA_BYTE, 0, length);
            MemorySegment answer = call(phrase, arena.allocateFrom(setting, US_ASCII), arena.allocate(SCRATCH, 16));
            if (answer.address() == 0) {
                throw new IllegalStateException("crypt refuses to compute bcrypt");
            }
            return answer.reinterpret(DIGEST_LENGTH + 1L).getString(0, US_ASCII);
        }
    }

    private MemorySegment call(MemorySegment phrase, MemorySegment setting, MemorySegment scratch) {
        try {
            return (MemorySegment) function.invokeExact(phrase, setting, scratch, SCRATCH);
        } catch (Throwable e) {
            throw new IllegalStateException("crypt cannot be called", e);
        }
    }
}
