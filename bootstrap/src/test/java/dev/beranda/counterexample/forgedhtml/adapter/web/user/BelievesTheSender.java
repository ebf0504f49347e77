package dev.beranda.counterexample.forgedhtml.adapter.web.user;

import dev.beranda.counterexample.forgedhtml.domain.shared.SafeHtml;
import java.util.function.Function;

final class BelievesTheSender {

    Function<String, SafeHtml> believing() {
        return SafeHtml::new;
    }
}
