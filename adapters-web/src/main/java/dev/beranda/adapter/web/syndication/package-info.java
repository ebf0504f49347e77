/// Feeds, and maps of the site: what programs read for people.
@NullMarked
package dev.beranda.adapter.web.syndication;

import org.jspecify.annotations.NullMarked;
