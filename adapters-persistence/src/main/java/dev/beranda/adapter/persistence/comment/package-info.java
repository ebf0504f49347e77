/// Comments in PostgreSQL.
@NullMarked
package dev.beranda.adapter.persistence.comment;

import org.jspecify.annotations.NullMarked;
