/// Counting what comes and goes. Who adds or removes what is counted notes the change beside it, in the same
/// transaction, by a trigger: so it does not matter who did it or by which way, and nobody waits for a row that
/// everybody counts on. A moment later what was noted is added up.
///
/// To count something else: a trigger that calls `tally_rows` or `tally`, and a [Counter].
@NullMarked
package dev.beranda.adapter.persistence.tally;

import org.jspecify.annotations.NullMarked;
