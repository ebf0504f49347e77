/// Pictures that posts show.
@NullMarked
package dev.beranda.domain.media;

import org.jspecify.annotations.NullMarked;
