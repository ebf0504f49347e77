/// Who somebody is: the person behind an account, with the names and the role they carry.
@NullMarked
package dev.beranda.domain.user;

import org.jspecify.annotations.NullMarked;
