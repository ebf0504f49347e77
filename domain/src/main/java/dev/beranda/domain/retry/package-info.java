/// Who asks again because an answer got lost, and gets the one that was given.
@NullMarked
package dev.beranda.domain.retry;

import org.jspecify.annotations.NullMarked;
