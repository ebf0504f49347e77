package dev.beranda.bootstrap.journey

import groovy.json.JsonSlurperClassic
import java.net.http.HttpResponse

/** What the server said. */
class Answer {

    final int status
    final String text
    private final HttpResponse<String> response

    Answer(HttpResponse<String> response) {
        this.response = response
        this.status = response.statusCode()
        this.text = response.body()
    }

    Object getBody() {
        text ? new JsonSlurperClassic().parseText(text) : null
    }

    String header(String name) {
        response.headers().firstValue(name).orElse(null)
    }

    List<String> headers(String name) {
        response.headers().allValues(name)
    }

    Map<String, List<String>> allHeaders() {
        response.headers().map()
    }

    String getType() {
        header('content-type')?.split(';')?.first()
    }

    /** The codes of the wrong fields. */
    Map<String, List<String>> getFlaws() {
        (body.errors ?: []).groupBy { it.field }.collectEntries { field, items -> [field, items*.code] }
    }

    @Override
    String toString() {
        "$status $text"
    }
}
