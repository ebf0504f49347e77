/// Whether what was said to everybody a moment ago can be said again.
@NullMarked
package dev.beranda.domain.freshness;

import org.jspecify.annotations.NullMarked;
