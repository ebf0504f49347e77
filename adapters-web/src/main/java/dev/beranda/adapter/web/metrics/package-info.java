/// The numbers of a running node, and who may read them.
@NullMarked
package dev.beranda.adapter.web.metrics;

import org.jspecify.annotations.NullMarked;
