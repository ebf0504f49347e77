/// What somebody proves beside what brought them to the door: the second factor.
@NullMarked
package dev.beranda.domain.factor;

import org.jspecify.annotations.NullMarked;
