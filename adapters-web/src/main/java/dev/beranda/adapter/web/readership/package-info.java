/// What people do with what they read, over HTTP.
@NullMarked
package dev.beranda.adapter.web.readership;

import org.jspecify.annotations.NullMarked;
