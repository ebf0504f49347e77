/// The door itself: who may speak, how fast, how much and in which spelling, before any route is asked; and what
/// every answer carries, whoever wrote it.
@NullMarked
package dev.beranda.adapter.web.http;

import org.jspecify.annotations.NullMarked;
