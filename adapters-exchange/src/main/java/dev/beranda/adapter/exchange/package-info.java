/// Files in which content goes from house to house. What is in them was written by strangers: all of it is read within
/// bounds, nothing in it is obeyed, and nobody is asked for what it only names.
@NullMarked
package dev.beranda.adapter.exchange;

import org.jspecify.annotations.NullMarked;
