/// Categories in PostgreSQL.
@NullMarked
package dev.beranda.adapter.persistence.category;

import org.jspecify.annotations.NullMarked;
