/// Words that posts are found by.
@NullMarked
package dev.beranda.domain.tag;

import org.jspecify.annotations.NullMarked;
