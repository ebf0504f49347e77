/// Who did what to whom, for those who have to answer for it.
@NullMarked
package dev.beranda.domain.audit;

import org.jspecify.annotations.NullMarked;
