/// Tokens and the keys behind them: everything here follows from the one secret of the installation.
@NullMarked
package dev.beranda.adapter.security.token;

import org.jspecify.annotations.NullMarked;
