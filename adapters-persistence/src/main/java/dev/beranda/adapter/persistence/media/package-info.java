/// Media: what is known of them, but not their bytes.
@NullMarked
package dev.beranda.adapter.persistence.media;

import org.jspecify.annotations.NullMarked;
