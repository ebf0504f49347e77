package dev.beranda.counterexample.worldlyapplication.application.user;

import dev.beranda.counterexample.worldlyapplication.adapter.web.user.UserPage;

public final class CallAnAdapter {

    public Object call() {
        return new UserPage();
    }
}
