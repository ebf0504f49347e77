package dev.beranda.postgres;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Who the server runs as. PostgreSQL refuses root, so root hands it to somebody unprivileged.
sealed interface Account {

    /// The words that start a program as this account.
    List<String> programme(Path program, List<String> words);

    /// How a program whose working directory is the cluster is to call it.
    String nameOf(Path cluster);

    void receive(Path file) throws IOException;

    static long ourselves() {
        return new UnixSystem().getUid();
    }

    static Account forNewCluster(Platform platform) throws IOException {
        return ourselves() == 0 ? unprivileged(platform) : new Ourselves();
    }

    static Account owning(Path cluster, Platform platform) throws IOException {
        int owner = (int) Files.getAttribute(cluster, "unix:uid");
        long us = ourselves();
        if (owner == us && us != 0) {
            return new Ourselves();
        }
        if (us != 0 || owner == 0) {
            throw new EmbeddedPostgresException(cluster + " belongs to user " + owner
                    + (owner == 0 ? ", as whom PostgreSQL refuses to run" : ", but we are user " + us));
        }
        refuseOffLinux(platform);
        return new Unprivileged(owner, (int) Files.getAttribute(cluster, "unix:gid"));
    }

    private static Account unprivileged(Platform platform) throws IOException {
        refuseOffLinux(platform);
        for (var name : List.of("postgres", "nobody")) {
            var user = Command.answer(List.of("id", "-u", name));
            var group = Command.answer(List.of("id", "-g", name));
            if (user.isPresent() && group.isPresent()) {
                return new Unprivileged(Integer.parseInt(user.get()), Integer.parseInt(group.get()));
            }
        }
        throw new EmbeddedPostgresException(
                "PostgreSQL refuses to run as root, and there is neither a user postgres nor nobody to run it as");
    }

    private static void refuseOffLinux(Platform platform) {
        if (!platform.isLinux()) {
            throw new EmbeddedPostgresException("PostgreSQL refuses to run as root; start this as an ordinary user");
        }
    }

    record Ourselves() implements Account {

        @Override
        public List<String> programme(Path program, List<String> words) {
            return joined(List.of(program.toString()), words);
        }

        @Override
        public String nameOf(Path cluster) {
            return cluster.toString();
        }

        @Override
        public void receive(Path file) {
            // It is ours already.
        }
    }

    record Unprivileged(int user, int group) implements Account {

        @Override
        public List<String> programme(Path program, List<String> words) {
            var drop = List.of(
                    "setpriv", "--reuid=" + user, "--regid=" + group, "--clear-groups", "--no-new-privs", "" + program);
            return joined(drop, words);
        }

        /// The cluster may lie under directories only root can enter. Root enters it and hands the working directory
        /// on; this name leads there without passing any parent.
        @Override
        public String nameOf(Path cluster) {
            return "/proc/self/cwd";
        }

        @Override
        public void receive(Path file) throws IOException {
            Files.setAttribute(file, "unix:uid", user, LinkOption.NOFOLLOW_LINKS);
            Files.setAttribute(file, "unix:gid", group, LinkOption.NOFOLLOW_LINKS);
        }
    }

    private static List<String> joined(List<String> first, List<String> rest) {
        var all = new ArrayList<>(first);
        all.addAll(rest);
        return List.copyOf(all);
    }
}
