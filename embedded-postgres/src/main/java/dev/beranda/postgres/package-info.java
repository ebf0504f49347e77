/// Starts the bundled PostgreSQL safely: for the run, for code generation and for the tests.
///
/// [EmbeddedPostgres] is the door; everything a server leaves behind lies in the one folder it was opened on.
@NullMarked
package dev.beranda.postgres;

import org.jspecify.annotations.NullMarked;
