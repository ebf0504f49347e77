/// How the house is put together: plain constructor calls, one factory per business word.
@NullMarked
package dev.beranda.bootstrap.wiring;

import org.jspecify.annotations.NullMarked;
