/// Tags over HTTP.
@NullMarked
package dev.beranda.adapter.web.tag;

import org.jspecify.annotations.NullMarked;
