package dev.beranda.domain.shared

/// A fake that can go back to how it is now: for transactions that fail.
interface Restorable {

    /// Brings back the present state, whatever happens until then.
    Runnable presentState()
}
