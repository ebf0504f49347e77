/// Fresh identifiers.
@NullMarked
package dev.beranda.adapter.persistence.id;

import org.jspecify.annotations.NullMarked;
