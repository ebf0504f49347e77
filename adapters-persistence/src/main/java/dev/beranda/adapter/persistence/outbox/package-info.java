/// Events on their way out.
@NullMarked
package dev.beranda.adapter.persistence.outbox;

import org.jspecify.annotations.NullMarked;
