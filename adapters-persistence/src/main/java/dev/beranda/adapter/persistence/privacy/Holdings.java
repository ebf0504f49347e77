package dev.beranda.adapter.persistence.privacy;

import java.util.List;

/// What the tables of one business word hold about people. Every table there is has its [Holding] in one of these, even
/// if only to say that nobody is in it.
public interface Holdings {

    /// As packages spell it.
    String word();

    List<Holding> all();
}
