package dev.beranda.adapter.security.password

import dev.beranda.domain.credential.Password
import dev.beranda.domain.shared.Parsed

class Passwords {

    static Password password(String text) {
        (Password.parse(text) as Parsed.Valid<Password>).value()
    }
}
