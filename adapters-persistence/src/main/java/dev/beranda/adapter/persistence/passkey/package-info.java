/// Passkeys, and what devices were asked to sign.
@NullMarked
package dev.beranda.adapter.persistence.passkey;

import org.jspecify.annotations.NullMarked;
