/// Every error there is, in the one shape of RFC 9457.
@NullMarked
package dev.beranda.adapter.web.problem;

import org.jspecify.annotations.NullMarked;
