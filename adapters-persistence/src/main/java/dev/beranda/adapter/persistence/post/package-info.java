/// Posts in PostgreSQL.
@NullMarked
package dev.beranda.adapter.persistence.post;

import org.jspecify.annotations.NullMarked;
