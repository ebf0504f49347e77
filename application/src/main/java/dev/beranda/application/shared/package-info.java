/// What the words have in common: lists in pieces.
@NullMarked
package dev.beranda.application.shared;

import org.jspecify.annotations.NullMarked;
