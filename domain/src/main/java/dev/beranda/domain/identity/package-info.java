/// How people come in whom somebody else knows: identities at providers outside, and the way there and back.
@NullMarked
package dev.beranda.domain.identity;

import org.jspecify.annotations.NullMarked;
