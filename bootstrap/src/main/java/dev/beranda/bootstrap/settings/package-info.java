/// What an operator may set, read once and strictly.
@NullMarked
package dev.beranda.bootstrap.settings;

import org.jspecify.annotations.NullMarked;
