package dev.beranda.bootstrap.journey

import com.icegreen.greenmail.configuration.GreenMailConfiguration
import com.icegreen.greenmail.util.GreenMail
import com.icegreen.greenmail.util.ServerSetup
import jakarta.mail.Message
import jakarta.mail.Multipart
import jakarta.mail.internet.MimeMessage

/** A real SMTP server that people's letters end up at. */
class Postman implements AutoCloseable {

    private GreenMail server
    private final int port

    Postman() {
        port = new ServerSocket(0, 1, InetAddress.loopbackAddress).withCloseable { it.localPort }
        begin()
    }

    /** What a house has to be told to send its letters here. */
    Map<String, String> getSettings() {
        [BERANDA_SMTP_URL: "smtp://127.0.0.1:$port?starttls=off".toString(), BERANDA_MAIL_FROM: 'Beranda <porch@beranda.test>']
    }

    void begin() {
        server = new GreenMail(new ServerSetup(port, '127.0.0.1', ServerSetup.PROTOCOL_SMTP))
        server.withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication())
        server.start()
    }

    @Override
    void close() {
        server.stop()
    }

    /** The newest letter to an address that leads to this page; waits for it. */
    Mail awaitTo(String address, String page, int number = 1) {
        def end = System.nanoTime() + 15_000_000_000L
        while (System.nanoTime() < end) {
            def found = to(address).findAll { it.page == page }
            if (found.size() >= number) {
                return found.last()
            }
            sleep(20)
        }
        throw new AssertionError("no letter to $address about $page, but ${to(address)*.subject}")
    }

    Mail awaitSubject(String address, String subject) {
        def end = System.nanoTime() + 15_000_000_000L
        while (System.nanoTime() < end) {
            def found = to(address).find { it.subject =~ subject }
            if (found) {
                return found
            }
            sleep(20)
        }
        throw new AssertionError("no letter to $address saying $subject, but ${to(address)*.subject}")
    }

    List<Mail> to(String address) {
        server.receivedMessages
                .findAll { it.getRecipients(Message.RecipientType.TO)*.address == [address] }
                .collect { new Mail(it) }
    }

    /** A letter as it is read, wherever it was found. */
    static class Mail {

        final String subject
        final String text
        final String html
        final String id

        Mail(String subject, String text, String html, String id) {
            this.subject = subject
            this.text = text
            this.html = html
            this.id = id
        }

        Mail(MimeMessage message) {
            this(message.subject, content(message, 0), content(message, 1), message.messageID)
        }

        private static String content(MimeMessage message, int part) {
            (message.content as Multipart).getBodyPart(part).content
        }

        private List<String> getLink() {
            def found = text =~ /(?:https:\/\/beranda\.test|http:\/\/localhost:\d+)\/links\/([a-z-]+)#([A-Za-z0-9_-]+)/
            found ? [found[0][1], found[0][2]] : [null, null]
        }

        String getPage() {
            link[0]
        }

        String getToken() {
            link[1]
        }

        String getCode() {
            (text =~ /\b\d{3} \d{3}\b/)[0]
        }
    }
}
