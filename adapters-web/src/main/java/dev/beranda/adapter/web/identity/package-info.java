/// The doors for those whom somebody outside vouches for.
@NullMarked
package dev.beranda.adapter.web.identity;

import org.jspecify.annotations.NullMarked;
