package dev.beranda.adapter.email;

import jakarta.mail.Session;
import java.time.Duration;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;

/// How we talk with a mail server.
final class SmtpSession {

    private SmtpSession() {}

    /// The name we greet with would otherwise be looked up, for as long as that takes, and tell how the machine is
    /// called.
    ///
    /// @param patience how long the server may take to be reached, and for each word it says or listens to
    static Session with(SmtpUrl server, String domain, Duration patience, SSLSocketFactory trusted) {
        Properties properties = server.properties();
        String milliseconds = Long.toString(patience.toMillis());
        properties.setProperty("mail.smtp.connectiontimeout", milliseconds);
        properties.setProperty("mail.smtp.timeout", milliseconds);
        properties.setProperty("mail.smtp.writetimeout", milliseconds);
        properties.setProperty("mail.smtp.localhost", domain);
        properties.setProperty("mail.smtp.quitwait", "false");
        properties.setProperty("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.socketFactory.fallback", "false");
        properties.put("mail.smtp.ssl.socketFactory", trusted);
        return Session.getInstance(properties);
    }
}
