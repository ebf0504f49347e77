/// Staying and leaving: refreshing, listing and ending sessions, and the keys behind their tokens.
@NullMarked
package dev.beranda.application.session;

import org.jspecify.annotations.NullMarked;
