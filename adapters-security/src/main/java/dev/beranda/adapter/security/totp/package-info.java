/// The second factor's arithmetic: codes of apps, codes on paper.
@NullMarked
package dev.beranda.adapter.security.totp;

import org.jspecify.annotations.NullMarked;
