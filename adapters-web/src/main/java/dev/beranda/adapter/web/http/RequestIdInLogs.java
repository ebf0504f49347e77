package dev.beranda.adapter.web.http;

import io.micronaut.core.propagation.ThreadPropagatedContextElement;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/// Goes with the request from thread to thread, and has each of them say the id with every line it logs.
record RequestIdInLogs(String id) implements ThreadPropagatedContextElement<@Nullable String> {

    static final String KEY = "request_id";

    @Override
    public @Nullable String updateThreadContext() {
        String before = MDC.get(KEY);
        MDC.put(KEY, id);
        return before;
    }

    @Override
    public void restoreThreadContext(@Nullable String before) {
        if (before == null) {
            MDC.remove(KEY);
        } else {
            MDC.put(KEY, before);
        }
    }
}
