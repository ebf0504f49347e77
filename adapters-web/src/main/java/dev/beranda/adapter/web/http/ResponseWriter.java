package dev.beranda.adapter.web.http;

import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseEncoder;

/// Puts answers on the wire. It is told what was asked with HEAD, for such an answer has a length and no body.
final class ResponseWriter extends HttpResponseEncoder {

    private boolean headOnly;

    void headOnly(boolean headOnly) {
        this.headOnly = headOnly;
    }

    @Override
    protected boolean isContentAlwaysEmpty(HttpResponse response) {
        return headOnly && response.status().code() >= 200 || super.isContentAlwaysEmpty(response);
    }
}
