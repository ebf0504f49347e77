/// The way to the database: where it is, and how long anybody waits for it.
@NullMarked
package dev.beranda.adapter.persistence.connection;

import org.jspecify.annotations.NullMarked;
