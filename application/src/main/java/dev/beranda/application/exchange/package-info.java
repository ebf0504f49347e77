/// Bringing what was published elsewhere, and taking along what is here.
@NullMarked
package dev.beranda.application.exchange;

import org.jspecify.annotations.NullMarked;
