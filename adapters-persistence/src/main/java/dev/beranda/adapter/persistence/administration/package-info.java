/// People, for those who look after them.
@NullMarked
package dev.beranda.adapter.persistence.administration;

import org.jspecify.annotations.NullMarked;
