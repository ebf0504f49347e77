/// The second factor over HTTP.
@NullMarked
package dev.beranda.adapter.web.factor;

import org.jspecify.annotations.NullMarked;
