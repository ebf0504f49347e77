/// The languages the house speaks to people in.
@NullMarked
package dev.beranda.adapter.web.language;

import org.jspecify.annotations.NullMarked;
