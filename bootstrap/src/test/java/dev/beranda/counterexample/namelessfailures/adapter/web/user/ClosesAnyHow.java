package dev.beranda.counterexample.namelessfailures.adapter.web.user;

interface ClosesAnyHow extends AutoCloseable {

    @Override
    void close() throws Exception;
}
