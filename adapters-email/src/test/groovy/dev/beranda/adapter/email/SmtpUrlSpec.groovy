package dev.beranda.adapter.email

import jakarta.mail.Address
import jakarta.mail.Message
import jakarta.mail.Session
import jakarta.mail.Transport
import jakarta.mail.URLName
import spock.lang.Specification

import static dev.beranda.adapter.email.SmtpUrl.Encryption.AT_ONCE
import static dev.beranda.adapter.email.SmtpUrl.Encryption.BEFORE_ANYTHING_IS_SAID
import static dev.beranda.adapter.email.SmtpUrl.Encryption.NEVER

class SmtpUrlSpec extends Specification {

    def "#raw is understood"() {
        given:
        def url = SmtpUrl.parse(raw)

        expect:
        [url.host(), url.port(), url.encryption(), url.hasLogin()] == [host, port, encryption, login]

        where:
        raw                                         || host                    | port | encryption              | login
        'smtp://mail.example.com'                   || 'mail.example.com'      | 587  | BEFORE_ANYTHING_IS_SAID | false
        'smtp://mail.example.com/'                  || 'mail.example.com'      | 587  | BEFORE_ANYTHING_IS_SAID | false
        'SMTP://Mail.Example.COM:2525'              || 'mail.example.com'      | 2525 | BEFORE_ANYTHING_IS_SAID | false
        ' smtp://mail.example.com:25?starttls=off ' || 'mail.example.com'      | 25   | NEVER                   | false
        'smtp://a:b@relay'                          || 'relay'                 | 587  | BEFORE_ANYTHING_IS_SAID | true
        'smtp://localhost:1025'                     || 'localhost'             | 1025 | NEVER                   | false
        'smtp://127.0.0.1:1025'                     || '127.0.0.1'             | 1025 | NEVER                   | false
        'smtp://[::1]:1025'                         || '::1'                   | 1025 | NEVER                   | false
        'smtp://localhost?starttls=required'        || 'localhost'             | 587  | BEFORE_ANYTHING_IS_SAID | false
        'smtp://[2001:db8::25]'                     || '2001:db8::25'          | 587  | BEFORE_ANYTHING_IS_SAID | false
        'smtp://localhost.example.com'              || 'localhost.example.com' | 587  | BEFORE_ANYTHING_IS_SAID | false
        'smtps://mail.example.com'                  || 'mail.example.com'      | 465  | AT_ONCE                 | false
        'smtps://user:secret@localhost:4650'        || 'localhost'             | 4650 | AT_ONCE                 | true
    }

    def "user and password are decoded: #userInfo"() {
        given:
        def given = []
        def transport = new Transport(Session.getInstance(new Properties()), new URLName('smtp://localhost')) {

            @Override
            protected boolean protocolConnect(String host, int port, String name, String secret) {
                given << name << secret
                true
            }

            @Override
            void sendMessage(Message message, Address[] addresses) {}
        }

        when:
        SmtpUrl.parse("smtp://$userInfo@localhost").connect(transport)

        then:
        given == [user, password]

        where:
        userInfo                               || user              | password
        'ana:secret'                           || 'ana'             | 'secret'
        'ana%40example.com:p%40ss%3Aw%2Frd%25' || 'ana@example.com' | 'p@ss:w/rd%'
        'a+b:c+d%20e'                          || 'a+b'             | 'c+d e'
        'ana:s%C3%A9cret$'                     || 'ana'             | 'sécret$'
    }

    def "#raw is refused, without telling the password"() {
        when:
        SmtpUrl.parse(raw)

        then:
        def refusal = thrown(IllegalArgumentException)
        !refusal.message.contains('canary')
        refusal.cause == null

        where:
        raw << [
            '',
            'mail.example.com',
            'http://mail.example.com',
            'smtp:mail.example.com',
            'smtp://',
            'smtp://:587',
            'smtp://mail.example.com:0',
            'smtp://mail.example.com:65536',
            'smtp://mail.example.com:999999',
            'smtp://mail.example.com:port',
            'smtp://mail.example.com/path',
            'smtp://mail.example.com#canary',
            'smtp://mail.example.com?starttls=maybe',
            'smtp://mail.example.com?password=canary',
            'smtp://mail.example.com?starttls=off&password=canary',
            'smtps://ana:canary@mail.example.com?starttls=off',
            'smtps://ana:canary@mail.example.com?starttls=required',
            'smtp://canary@mail.example.com',
            'smtp://ana:@mail.example.com',
            'smtp://:canary@mail.example.com',
            'smtp://ana:can@ary:canary@mail.example.com',
            'smtp://ana:canary#1@mail.example.com',
            'smtp://ana:canary/1@mail.example.com',
            'smtp://ana:canary%zz@mail.example.com',
            'smtp://ana:canary%@mail.example.com',
            'smtp://ana:canary%0D%0A@mail.example.com',
            'smtp://ana%00:canary@mail.example.com',
            'smtp://ana:canary@mail example.com',
            'smtp://ana:canary@mail.example.com:99999',
            'smtp://ana:canary@[mail.example.com]',
        ]
    }

    def "it has no text form"() {
        expect:
        !SmtpUrl.declaredMethods*.name.contains('toString')
        !SmtpUrl.parse('smtp://ana:canary@localhost').toString().contains('canary')
        !SmtpUrl.parse('smtp://ana:canary@localhost').properties().toString().contains('canary')
    }
}
