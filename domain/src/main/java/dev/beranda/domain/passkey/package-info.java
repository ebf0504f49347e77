/// Keys that devices keep for people (WebAuthn): made, held and used without ever leaving the device.
@NullMarked
package dev.beranda.domain.passkey;

import org.jspecify.annotations.NullMarked;
