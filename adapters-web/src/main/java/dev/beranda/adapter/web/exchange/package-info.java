/// Where content comes in and goes out as a whole.
@NullMarked
package dev.beranda.adapter.web.exchange;

import org.jspecify.annotations.NullMarked;
