/// Writes letters to people: what they look like, and how they leave the house or are kept in it.
@NullMarked
package dev.beranda.adapter.email;

import org.jspecify.annotations.NullMarked;
