/// Brings the database to the shape this version needs.
@NullMarked
package dev.beranda.adapter.persistence.migration;

import org.jspecify.annotations.NullMarked;
