package dev.beranda.adapter.email;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.beranda.domain.letter.Purpose;
import dev.beranda.domain.letter.TicketToken;
import java.net.URI;
import java.net.URLEncoder;

/// Where people find the site: by configuration, never by what a request says about itself.
public final class LinkBase {

    private final String publicUrl;
    private final String host;

    public LinkBase(URI publicUrl) {
        if (!isPlain(publicUrl)) {
            throw new IllegalArgumentException("not the public address of a site: " + publicUrl);
        }
        this.publicUrl = publicUrl.toString().replaceFirst("/+$", "");
        this.host = publicUrl.getHost();
    }

    String host() {
        return host;
    }

    Link home() {
        return new Link(publicUrl + "/");
    }

    /// The token stands behind `#`, which browsers keep to themselves: no server, log or referrer ever sees
    /// it.
    Link to(Purpose purpose, TicketToken token) {
        String page = purpose.word().replace('_', '-');
        return new Link(publicUrl + "/links/" + page + "#" + URLEncoder.encode(token.reveal(), UTF_8));
    }

    private static boolean isPlain(URI url) {
        return ("http".equals(url.getScheme()) || "https".equals(url.getScheme()))
                && url.getHost() != null
                && url.getRawUserInfo() == null
                && url.getRawQuery() == null
                && url.getRawFragment() == null;
    }
}
