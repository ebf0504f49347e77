/// The audit log over HTTP.
@NullMarked
package dev.beranda.adapter.web.audit;

import org.jspecify.annotations.NullMarked;
