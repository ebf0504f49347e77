package dev.beranda.adapter.security.password;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// The memory a hashing thread works in, kept from one hash to the next and outside the heap: fresh pages from the
/// system cost as much time as the hash itself. It ends with its thread.
final class WorkingMemory {

    /// Old hashes may ask for more; what they needed is not kept.
    private static final long MOST_KEPT = 64L << 20;

    private static final int ALIGNMENT = 64;

    private static final ThreadLocal<WorkingMemory> OF_THREAD = ThreadLocal.withInitial(WorkingMemory::new);

    private Arena arena = Arena.ofConfined();
    private MemorySegment segment = MemorySegment.NULL;

    private WorkingMemory() {}

    static void atLeast(long bytes) {
        WorkingMemory own = OF_THREAD.get();
        if (own.segment.byteSize() < bytes) {
            own.drop();
            own.segment = own.arena.allocate(bytes, ALIGNMENT);
        }
    }

    static MemorySegment current() {
        return OF_THREAD.get().segment;
    }

    static void trim() {
        WorkingMemory own = OF_THREAD.get();
        if (own.segment.byteSize() > MOST_KEPT) {
            own.drop();
        }
    }

    /// To be called by a thread on its way out.
    static void giveBack() {
        OF_THREAD.get().arena.close();
        OF_THREAD.remove();
    }

    private void drop() {
        segment = MemorySegment.NULL;
        arena.close();
        arena = Arena.ofConfined();
    }
}
