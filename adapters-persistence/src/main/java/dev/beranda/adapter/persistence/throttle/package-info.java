/// Attempts, counted over all nodes together.
@NullMarked
package dev.beranda.adapter.persistence.throttle;

import org.jspecify.annotations.NullMarked;
