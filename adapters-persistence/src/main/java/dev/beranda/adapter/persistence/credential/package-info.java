/// Passwords, as rows.
@NullMarked
package dev.beranda.adapter.persistence.credential;

import org.jspecify.annotations.NullMarked;
