/// Categories over HTTP.
@NullMarked
package dev.beranda.adapter.web.category;

import org.jspecify.annotations.NullMarked;
