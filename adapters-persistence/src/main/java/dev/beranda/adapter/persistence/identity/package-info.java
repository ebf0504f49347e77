/// Keeps who somebody is at providers outside.
@NullMarked
package dev.beranda.adapter.persistence.identity;

import org.jspecify.annotations.NullMarked;
