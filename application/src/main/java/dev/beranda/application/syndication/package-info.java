/// What is told to programs that read for people: feeds, and maps of the site.
@NullMarked
package dev.beranda.application.syndication;

import org.jspecify.annotations.NullMarked;
