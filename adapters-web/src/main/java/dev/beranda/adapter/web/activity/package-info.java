/// What happened to an account, shown to its owner.
@NullMarked
package dev.beranda.adapter.web.activity;

import org.jspecify.annotations.NullMarked;
