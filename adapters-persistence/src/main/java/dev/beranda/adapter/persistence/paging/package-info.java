/// In what order lists are read, a piece at a time.
@NullMarked
package dev.beranda.adapter.persistence.paging;

import org.jspecify.annotations.NullMarked;
