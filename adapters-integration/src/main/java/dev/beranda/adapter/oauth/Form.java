package dev.beranda.adapter.oauth;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;

/// Names and values, as forms and addresses spell them. Has no text form of its own, for there are secrets in it.
final class Form {

    private final List<String> pairs;

    private Form(List<String> pairs) {
        this.pairs = pairs;
    }

    static Form empty() {
        return new Form(List.of());
    }

    Form with(String name, String value) {
        List<String> more = new ArrayList<>(pairs);
        more.add(encoded(name) + '=' + encoded(value));
        return new Form(more);
    }

    String text() {
        return String.join("&", pairs);
    }

    /// An address with these in it, behind what is there already.
    URI behind(URI address) {
        return URI.create(address + (address.getRawQuery() == null ? "?" : "&") + text());
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
