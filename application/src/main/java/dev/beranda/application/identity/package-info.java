/// Coming in by way of a provider, and looking after the doors one has from there.
@NullMarked
package dev.beranda.application.identity;

import org.jspecify.annotations.NullMarked;
