/// What every table holds about people: told to those it is about, and forgotten when they leave.
@NullMarked
package dev.beranda.adapter.persistence.privacy;

import org.jspecify.annotations.NullMarked;
