package dev.beranda.adapter.persistence.transaction;

/// What adapters may know of the transaction their caller is in.
public interface CurrentTransaction {

    boolean isOpen();

    /// Runs the action once what was done so far is there for everybody to see: after the commit, before the one who
    /// wrote gets their answer; at once where no transaction is open; never if it fails. The action must not fail.
    void afterCommit(Runnable action);
}
