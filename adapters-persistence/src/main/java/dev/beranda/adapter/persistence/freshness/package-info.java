/// Hears of every change of what everybody may read.
@NullMarked
package dev.beranda.adapter.persistence.freshness;

import org.jspecify.annotations.NullMarked;
