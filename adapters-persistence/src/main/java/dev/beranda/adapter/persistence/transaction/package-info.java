/// All or nothing. The one place that knows how a transaction is made.
@NullMarked
package dev.beranda.adapter.persistence.transaction;

import org.jspecify.annotations.NullMarked;
