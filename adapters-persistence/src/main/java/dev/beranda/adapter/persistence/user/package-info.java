/// People, as rows.
@NullMarked
package dev.beranda.adapter.persistence.user;

import org.jspecify.annotations.NullMarked;
