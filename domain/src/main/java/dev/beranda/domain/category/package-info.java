/// The shelves posts stand on, within one another like the chapters of a book.
@NullMarked
package dev.beranda.domain.category;

import org.jspecify.annotations.NullMarked;
