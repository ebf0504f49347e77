/// What comes from another house, or goes to one: where it came from, and how it is known again.
@NullMarked
package dev.beranda.domain.exchange;

import org.jspecify.annotations.NullMarked;
