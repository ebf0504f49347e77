/// What the house writes to people, and the tickets in it: who shows one reads the mail of the address it was sent to.
@NullMarked
package dev.beranda.domain.letter;

import org.jspecify.annotations.NullMarked;
