/// What every business word may use: identity of things, results of parsing, and the ports that belong
/// to no single word.
@NullMarked
package dev.beranda.domain.shared;

import org.jspecify.annotations.NullMarked;
