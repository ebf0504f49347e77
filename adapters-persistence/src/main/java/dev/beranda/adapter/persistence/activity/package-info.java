/// What people can read of what happened to their accounts. It is written with the events themselves.
@NullMarked
package dev.beranda.adapter.persistence.activity;

import org.jspecify.annotations.NullMarked;
