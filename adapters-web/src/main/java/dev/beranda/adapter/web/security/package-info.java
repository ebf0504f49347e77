/// Who calls: bearer tokens, their checks, and the answers to those who may not.
@NullMarked
package dev.beranda.adapter.web.security;

import org.jspecify.annotations.NullMarked;
