/// Sets text: Markdown becomes HTML that can be put in a page, and words of any script become plain letters.
@NullMarked
package dev.beranda.adapter.markup;

import org.jspecify.annotations.NullMarked;
