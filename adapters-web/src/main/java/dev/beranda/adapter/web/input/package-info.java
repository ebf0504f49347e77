/// What comes in: request bodies read strictly, with everything that is wrong with them told at once.
@NullMarked
package dev.beranda.adapter.web.input;

import org.jspecify.annotations.NullMarked;
