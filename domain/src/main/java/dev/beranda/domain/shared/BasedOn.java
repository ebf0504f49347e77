package dev.beranda.domain.shared;

import java.util.Set;

/// Which state of a thing somebody saw before they decided on it.
public sealed interface BasedOn {

    boolean covers(long version);

    /// They did not look, or do not mind.
    record Any() implements BasedOn {

        @Override
        public boolean covers(long version) {
            return true;
        }
    }

    record OneOf(Set<Long> versions) implements BasedOn {

        public OneOf {
            versions = Set.copyOf(versions);
        }

        @Override
        public boolean covers(long version) {
            return versions.contains(version);
        }
    }
}
