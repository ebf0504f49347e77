/// What was answered to those who may ask again.
@NullMarked
package dev.beranda.adapter.persistence.retry;

import org.jspecify.annotations.NullMarked;
