package dev.beranda.counterexample.talkingsecrets.domain.session;

public interface AccessToken {

    String reveal();
}
