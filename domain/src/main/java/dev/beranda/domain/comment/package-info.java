/// What people say to posts, and what those who look after the house do about it.
@NullMarked
package dev.beranda.domain.comment;

import org.jspecify.annotations.NullMarked;
