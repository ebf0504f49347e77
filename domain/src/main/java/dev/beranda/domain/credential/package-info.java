/// How somebody proves who they are. The only word that ever sees a secret of a person.
@NullMarked
package dev.beranda.domain.credential;

import org.jspecify.annotations.NullMarked;
