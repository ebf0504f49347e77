/// What people do with the letters they get, and the mailbox where no mail leaves the house.
@NullMarked
package dev.beranda.adapter.web.letter;

import org.jspecify.annotations.NullMarked;
