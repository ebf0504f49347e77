package dev.beranda.counterexample.changingdomain.domain.user;

public final class ListensLikeABean {

    public boolean setName(String name) {
        return name.isEmpty();
    }
}
