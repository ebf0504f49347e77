/// Comments over HTTP.
@NullMarked
package dev.beranda.adapter.web.comment;

import org.jspecify.annotations.NullMarked;
