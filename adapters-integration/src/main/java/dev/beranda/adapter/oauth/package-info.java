/// Those who vouch for people: providers of OpenID Connect, and two who speak dialects of their own.
@NullMarked
package dev.beranda.adapter.oauth;

import org.jspecify.annotations.NullMarked;
