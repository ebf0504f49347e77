/// What people do with what they read: like it, keep it for later, follow who wrote it.
@NullMarked
package dev.beranda.domain.readership;

import org.jspecify.annotations.NullMarked;
