/// Puts the house together and opens the door: settings, wiring, start and stop.
@NullMarked
package dev.beranda.bootstrap;

import org.jspecify.annotations.NullMarked;
