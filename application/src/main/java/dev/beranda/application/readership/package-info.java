/// What people do with what they read.
@NullMarked
package dev.beranda.application.readership;

import org.jspecify.annotations.NullMarked;
