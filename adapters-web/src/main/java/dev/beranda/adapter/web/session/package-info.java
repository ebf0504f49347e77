/// Tokens and sessions over HTTP.
@NullMarked
package dev.beranda.adapter.web.session;

import org.jspecify.annotations.NullMarked;
