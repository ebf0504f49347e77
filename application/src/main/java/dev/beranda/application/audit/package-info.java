/// What was done by those who may do much, for show.
@NullMarked
package dev.beranda.application.audit;

import org.jspecify.annotations.NullMarked;
