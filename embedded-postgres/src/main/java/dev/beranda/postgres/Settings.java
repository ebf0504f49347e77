package dev.beranda.postgres;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// What the server is started with. Tuning is open to change; what keeps data and secrets safe is not.
public final class Settings {

    // No quotes, no dollar signs: pg_ctl passes these through a shell.
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_.,%+:/ -]*");

    private static final Map<String, String> TUNING = Map.of(
            "max_connections", "60",
            "shared_buffers", "96MB",
            "effective_cache_size", "1GB",
            "maintenance_work_mem", "32MB",
            "max_wal_size", "512MB",
            "random_page_cost", "1.1",
            // Two cores are better spent on two requests than on one.
            "max_parallel_workers_per_gather", "0",
            "jit", "off",
            "timezone", "UTC");

    // Statements and their parameters carry what people wrote and who they are: none of it belongs in a log.
    private static final Map<String, String> SAFETY = Map.ofEntries(
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", ""),
            Map.entry("password_encryption", "scram-sha-256"),
            Map.entry("logging_collector", "off"),
            Map.entry("log_destination", "stderr"),
            Map.entry("log_connections", ""),
            Map.entry("log_disconnections", "off"),
            Map.entry("log_statement", "none"),
            Map.entry("log_min_duration_statement", "-1"),
            Map.entry("log_min_error_statement", "panic"),
            Map.entry("log_error_verbosity", "terse"),
            Map.entry("log_parameter_max_length", "0"),
            Map.entry("log_parameter_max_length_on_error", "0"),
            Map.entry("log_timezone", "UTC"));

    private final Durability durability;
    private final SortedMap<String, String> tuning;

    private Settings(Durability durability, SortedMap<String, String> tuning) {
        this.durability = durability;
        this.tuning = tuning;
    }

    public static Settings of(Durability durability) {
        return new Settings(durability, new TreeMap<>(TUNING));
    }

    /// The same with one server parameter more, say `shared_buffers` of `256MB`.
    public Settings with(String parameter, String value) {
        boolean ours = parameter.equals("port") || SAFETY.containsKey(parameter);
        if (ours || Durability.DISPOSABLE.parameters().containsKey(parameter)) {
            throw new IllegalArgumentException(parameter + " is not open to change");
        }
        if (!parameter.matches("[a-z_.]+") || !PLAIN.matcher(value).matches()) {
            throw new IllegalArgumentException(parameter + "=" + value + " is not a plain server parameter");
        }
        var more = new TreeMap<>(tuning);
        more.put(parameter, value);
        return new Settings(durability, more);
    }

    Durability durability() {
        return durability;
    }

    /// In an order that never varies, so that two command lines can be compared.
    List<String> parameters(Platform platform, int port) {
        var all = new TreeMap<>(tuning);
        all.putAll(SAFETY);
        all.putAll(durability.parameters());
        if (durability == Durability.DURABLE) {
            all.putAll(platform.durableParameters());
        }
        all.put("port", Integer.toString(port));
        return all.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
                .toList();
    }
}
