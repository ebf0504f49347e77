/// WebAuthn: what devices answer, looked at.
@NullMarked
package dev.beranda.adapter.security.passkey;

import org.jspecify.annotations.NullMarked;
