package dev.beranda.counterexample.portsatthedoor.domain.user;

public final class Welcome {

    private final Users users;

    public Welcome(Users users) {
        this.users = users;
    }

    public boolean isDueTo(String name) {
        return users.has(name);
    }
}
