/// Keeps passwords: how they are hashed and compared, how good a new one is, whether it was stolen before.
@NullMarked
package dev.beranda.adapter.security.password;

import org.jspecify.annotations.NullMarked;
