/// What people do with posts.
@NullMarked
package dev.beranda.application.post;

import org.jspecify.annotations.NullMarked;
