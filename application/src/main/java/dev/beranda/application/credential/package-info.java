/// Coming in: signing up, logging in, and what a person does with their own password.
@NullMarked
package dev.beranda.application.credential;

import org.jspecify.annotations.NullMarked;
