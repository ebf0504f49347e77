package dev.beranda.counterexample.opendomain.domain.user;

public enum Sides {
    ONE {
        @Override
        public int count() {
            return 1;
        }
    };

    public abstract int count();
}
