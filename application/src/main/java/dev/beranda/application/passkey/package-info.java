/// Adding passkeys, seeing them, removing them. Coming in by one is the second factor's word.
@NullMarked
package dev.beranda.application.passkey;

import org.jspecify.annotations.NullMarked;
