/// Answers that are the same for everybody, kept as they went over the wire for as long as nothing in them changes.
@NullMarked
package dev.beranda.adapter.web.freshness;

import org.jspecify.annotations.NullMarked;
