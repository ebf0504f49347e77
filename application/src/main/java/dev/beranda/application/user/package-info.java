/// What can be asked and done about people.
@NullMarked
package dev.beranda.application.user;

import org.jspecify.annotations.NullMarked;
