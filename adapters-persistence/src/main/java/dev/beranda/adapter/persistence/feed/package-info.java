/// Hears at once what any node, or anybody by hand, changes in the database.
@NullMarked
package dev.beranda.adapter.persistence.feed;

import org.jspecify.annotations.NullMarked;
