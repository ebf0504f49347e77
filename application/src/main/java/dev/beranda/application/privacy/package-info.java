/// What people can ask of a house that knows things about them: to see all of it, and to be forgotten.
@NullMarked
package dev.beranda.application.privacy;

import org.jspecify.annotations.NullMarked;
