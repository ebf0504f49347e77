/// Sign-up, login and passwords over HTTP.
@NullMarked
package dev.beranda.adapter.web.credential;

import org.jspecify.annotations.NullMarked;
