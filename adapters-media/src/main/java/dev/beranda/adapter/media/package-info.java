/// Makes our own pictures out of what people send: nothing of a file is kept but what can be seen.
@NullMarked
package dev.beranda.adapter.media;

import org.jspecify.annotations.NullMarked;
