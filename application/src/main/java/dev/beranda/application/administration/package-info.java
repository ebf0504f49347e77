/// What administrators do about people, each act of it written down.
@NullMarked
package dev.beranda.application.administration;

import org.jspecify.annotations.NullMarked;
