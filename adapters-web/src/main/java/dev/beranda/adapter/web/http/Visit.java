package dev.beranda.adapter.web.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;

/// One request from its head to the end of its answer.
///
/// @param personal whether the client said who is asking, so that the answer may be about one person
/// @param client the client's address where somebody is going to write it down, else empty
record Visit(String id, HttpMethod method, String target, boolean personal, String client, long begun) {

    private static final String AUTHENTICATION = "/api/auth";

    static Visit of(HttpRequest request, String id, String client, long begun) {
        boolean personal = request.headers().contains(HttpHeaderNames.AUTHORIZATION)
                || request.headers().contains(HttpHeaderNames.COOKIE);
        return new Visit(id, request.method(), request.uri(), personal, client, begun);
    }

    boolean isHead() {
        return HttpMethod.HEAD.equals(method);
    }

    String path() {
        int question = target.indexOf('?');
        return question < 0 ? target : target.substring(0, question);
    }

    boolean isAboutAuthentication() {
        int end = AUTHENTICATION.length();
        return target.startsWith(AUTHENTICATION)
                && (target.length() == end || target.charAt(end) == '/' || target.charAt(end) == '?');
    }
}
