/// What the house holds about a person, and how it lets go of it.
@NullMarked
package dev.beranda.domain.privacy;

import org.jspecify.annotations.NullMarked;
