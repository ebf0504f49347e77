/// What editors do with categories, and readers see of them.
@NullMarked
package dev.beranda.application.category;

import org.jspecify.annotations.NullMarked;
