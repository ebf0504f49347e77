package dev.beranda.counterexample.namelessfailures.adapter.web.user;

interface DeclaresAnything {

    void fail() throws Exception;
}
