/// The description of the interface, for programs and for people.
@NullMarked
package dev.beranda.adapter.web.openapi;

import org.jspecify.annotations.NullMarked;
