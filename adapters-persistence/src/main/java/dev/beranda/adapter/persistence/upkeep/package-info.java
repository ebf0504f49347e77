/// Forgets what nobody needs any more.
@NullMarked
package dev.beranda.adapter.persistence.upkeep;

import org.jspecify.annotations.NullMarked;
