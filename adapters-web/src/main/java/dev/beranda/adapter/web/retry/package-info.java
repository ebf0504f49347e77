/// `Idempotency-Key`: who asks again gets the answer that was given.
@NullMarked
package dev.beranda.adapter.web.retry;

import org.jspecify.annotations.NullMarked;
