/// The one time all nodes go by.
@NullMarked
package dev.beranda.adapter.persistence.time;

import org.jspecify.annotations.NullMarked;
