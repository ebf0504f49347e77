/// What people do with the pictures they write with.
@NullMarked
package dev.beranda.application.media;

import org.jspecify.annotations.NullMarked;
