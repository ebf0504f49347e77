/// Keeps media in a bucket of an S3-compatible store.
@NullMarked
package dev.beranda.adapter.bucket;

import org.jspecify.annotations.NullMarked;
