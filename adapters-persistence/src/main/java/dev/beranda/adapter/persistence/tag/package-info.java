/// Tags in PostgreSQL.
@NullMarked
package dev.beranda.adapter.persistence.tag;

import org.jspecify.annotations.NullMarked;
