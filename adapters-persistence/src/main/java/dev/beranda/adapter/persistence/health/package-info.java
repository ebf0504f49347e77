/// Whether the database serves this node.
@NullMarked
package dev.beranda.adapter.persistence.health;

import org.jspecify.annotations.NullMarked;
