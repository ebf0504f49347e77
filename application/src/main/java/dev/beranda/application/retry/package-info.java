/// Answers those who ask again with what they were told.
@NullMarked
package dev.beranda.application.retry;

import org.jspecify.annotations.NullMarked;
