/// What is written to be read: posts, from the first draft to the day they are taken down.
@NullMarked
package dev.beranda.domain.post;

import org.jspecify.annotations.NullMarked;
