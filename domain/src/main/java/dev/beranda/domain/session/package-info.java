/// A stay: what begins with a login and lasts, token by token, until it ends.
@NullMarked
package dev.beranda.domain.session;

import org.jspecify.annotations.NullMarked;
