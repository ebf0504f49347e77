/// What administrators do about people, over HTTP.
@NullMarked
package dev.beranda.adapter.web.administration;

import org.jspecify.annotations.NullMarked;
