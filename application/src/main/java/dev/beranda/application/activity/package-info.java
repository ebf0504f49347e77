/// What happened to an account, for its owner to read.
@NullMarked
package dev.beranda.application.activity;

import org.jspecify.annotations.NullMarked;
