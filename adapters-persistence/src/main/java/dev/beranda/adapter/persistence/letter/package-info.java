/// Tickets in PostgreSQL.
@NullMarked
package dev.beranda.adapter.persistence.letter;

import org.jspecify.annotations.NullMarked;
