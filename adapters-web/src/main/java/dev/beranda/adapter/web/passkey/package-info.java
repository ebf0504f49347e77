/// Passkeys over HTTP, in the shapes that browsers hand over and take (`PublicKeyCredential`, as JSON).
@NullMarked
package dev.beranda.adapter.web.passkey;

import org.jspecify.annotations.NullMarked;
