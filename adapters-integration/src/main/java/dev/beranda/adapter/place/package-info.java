/// Where addresses are, from a file the operator provides.
@NullMarked
package dev.beranda.adapter.place;

import org.jspecify.annotations.NullMarked;
