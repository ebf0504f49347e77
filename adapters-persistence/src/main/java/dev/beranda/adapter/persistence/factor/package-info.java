/// Second factors, and who is on the way in.
@NullMarked
package dev.beranda.adapter.persistence.factor;

import org.jspecify.annotations.NullMarked;
