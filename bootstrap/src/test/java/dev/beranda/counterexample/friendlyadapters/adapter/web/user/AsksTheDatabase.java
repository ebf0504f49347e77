package dev.beranda.counterexample.friendlyadapters.adapter.web.user;

import dev.beranda.counterexample.friendlyadapters.adapter.persistence.user.UserTable;

final class AsksTheDatabase {

    Object ask() {
        return new UserTable();
    }
}
