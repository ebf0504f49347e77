/// The audit log, as rows that stay.
@NullMarked
package dev.beranda.adapter.persistence.audit;

import org.jspecify.annotations.NullMarked;
