/// What programs read for people, out of PostgreSQL.
@NullMarked
package dev.beranda.adapter.persistence.syndication;

import org.jspecify.annotations.NullMarked;
