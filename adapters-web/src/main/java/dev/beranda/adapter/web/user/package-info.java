/// Accounts over HTTP.
@NullMarked
package dev.beranda.adapter.web.user;

import org.jspecify.annotations.NullMarked;
