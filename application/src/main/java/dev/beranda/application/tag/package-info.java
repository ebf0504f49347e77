/// What editors do with tags, and readers see of them.
@NullMarked
package dev.beranda.application.tag;

import org.jspecify.annotations.NullMarked;
