package dev.beranda.adapter.web.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;

/// An answer as it goes over the wire, with the tag by which it is known again.
public record Representation(byte[] json, String tag) implements Repeatable {

    /// The answer, or only its tag for who has it already.
    @Override
    public MutableHttpResponse<?> to(HttpRequest<?> request) {
        MutableHttpResponse<?> answer = EntityTags.isKnown(request, tag)
                ? HttpResponse.notModified()
                : HttpResponse.ok(json).contentType(MediaType.APPLICATION_JSON_TYPE);
        return answer.header(HttpHeaders.ETAG, tag);
    }

    @Override
    public int length() {
        return json.length;
    }

    /// The answer to who has just made it so.
    public MutableHttpResponse<?> changed() {
        return HttpResponse.ok(json)
                .contentType(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.ETAG, tag);
    }
}
