/// What people do with comments.
@NullMarked
package dev.beranda.application.comment;

import org.jspecify.annotations.NullMarked;
