/// Posts over HTTP.
@NullMarked
package dev.beranda.adapter.web.post;

import org.jspecify.annotations.NullMarked;
