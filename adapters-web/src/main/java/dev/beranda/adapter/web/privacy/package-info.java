/// What people can ask of a house that knows things about them, over HTTP.
@NullMarked
package dev.beranda.adapter.web.privacy;

import org.jspecify.annotations.NullMarked;
