/// The second factor: who owes one, how it is proven, how it is turned on.
@NullMarked
package dev.beranda.application.factor;

import org.jspecify.annotations.NullMarked;
