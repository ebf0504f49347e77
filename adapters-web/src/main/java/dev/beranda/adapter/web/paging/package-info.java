/// Long lists, in pieces.
@NullMarked
package dev.beranda.adapter.web.paging;

import org.jspecify.annotations.NullMarked;
