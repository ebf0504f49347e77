/// What comes from other houses and goes to them, in PostgreSQL.
@NullMarked
package dev.beranda.adapter.persistence.exchange;

import org.jspecify.annotations.NullMarked;
