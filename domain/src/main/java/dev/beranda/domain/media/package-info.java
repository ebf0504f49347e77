/// Pictures that posts are written with: who brought them, what they show, in which sizes they are there, and where
/// their bytes lie.
@NullMarked
package dev.beranda.domain.media;

import org.jspecify.annotations.NullMarked;
