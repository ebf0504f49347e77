/// What readers like, keep and follow, in PostgreSQL.
@NullMarked
package dev.beranda.adapter.persistence.readership;

import org.jspecify.annotations.NullMarked;
