package dev.beranda.counterexample.forgedhtml.adapter.persistence.user;

import dev.beranda.counterexample.forgedhtml.domain.shared.SafeHtml;

final class LoadsPosts {

    SafeHtml load(String column) {
        return new SafeHtml(column);
    }
}
