package dev.beranda.adapter.persistence.migration;

import java.io.Reader;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/// Hands Flyway the scripts, so that it need not look for any.
record Scripts(List<Script> scripts) implements ResourceProvider {

    @Override
    public @Nullable LoadableResource getResource(String name) {
        return null;
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
        return scripts.stream()
                .filter(script -> script.file().startsWith(prefix))
                .filter(script -> Arrays.stream(suffixes).anyMatch(script.file()::endsWith))
                .<LoadableResource>map(Loaded::new)
                .toList();
    }

    private static final class Loaded extends LoadableResource {

        private final Script script;

        Loaded(Script script) {
            this.script = script;
        }

        @Override
        public Reader read() {
            return script.read();
        }

        @Override
        public String getAbsolutePath() {
            return Script.FOLDER + script.file();
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return getAbsolutePath();
        }

        @Override
        public String getFilename() {
            return script.file();
        }

        @Override
        public String getRelativePath() {
            return script.file();
        }
    }
}
