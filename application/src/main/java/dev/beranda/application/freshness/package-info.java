/// What may be said again without looking it up.
@NullMarked
package dev.beranda.application.freshness;

import org.jspecify.annotations.NullMarked;
