package dev.beranda.adapter.web.http;

import io.micronaut.core.propagation.ThreadPropagatedContextElement;
import io.micronaut.http.HttpRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/// Goes with the request from thread to thread, and has each of them say with every line it logs which request it was,
/// from where, and whose, as soon as that is known.
record RequestInLogs(HttpRequest<?> request, String id, String address)
        implements ThreadPropagatedContextElement<@Nullable Map<String, String>> {

    static final String KEY = "request_id";
    static final String ADDRESS = "address";
    static final String USER = "user";

    @Override
    public @Nullable Map<String, String> updateThreadContext() {
        Map<String, String> before = MDC.getCopyOfContextMap();
        MDC.put(KEY, id);
        MDC.put(ADDRESS, address);
        RequestIds.callerOf(request).ifPresent(user -> MDC.put(USER, user));
        return before;
    }

    @Override
    public void restoreThreadContext(@Nullable Map<String, String> before) {
        if (before == null) {
            MDC.clear();
        } else {
            MDC.setContextMap(before);
        }
    }
}
