/// What a running house does by itself: its rounds, and what it tells about its health.
@NullMarked
package dev.beranda.bootstrap.running;

import org.jspecify.annotations.NullMarked;
