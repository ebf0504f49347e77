/// Sessions and signing keys as rows, and the memory of what was taken back.
@NullMarked
package dev.beranda.adapter.persistence.session;

import org.jspecify.annotations.NullMarked;
