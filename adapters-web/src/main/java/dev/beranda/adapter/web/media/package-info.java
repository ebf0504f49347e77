/// Pictures to write with: brought, looked through, described, shown and taken away.
@NullMarked
package dev.beranda.adapter.web.media;

import org.jspecify.annotations.NullMarked;
