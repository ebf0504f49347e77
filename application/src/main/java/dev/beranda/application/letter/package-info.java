/// Writing to people, and reading what was written where no mail leaves the house.
@NullMarked
package dev.beranda.application.letter;

import org.jspecify.annotations.NullMarked;
