package dev.beranda.adapter.email;

import dev.beranda.adapter.email.Draft.Part;
import dev.beranda.adapter.email.Draft.Part.Button;
import dev.beranda.adapter.email.Draft.Part.Code;
import dev.beranda.adapter.email.Draft.Part.Sentence;
import dev.beranda.domain.letter.Content;
import dev.beranda.domain.letter.Content.AccountExists;
import dev.beranda.domain.letter.Content.AccountKept;
import dev.beranda.domain.letter.Content.AddressChanged;
import dev.beranda.domain.letter.Content.Invitation;
import dev.beranda.domain.letter.Content.PasswordChanged;
import dev.beranda.domain.letter.Content.ProviderLinked;
import dev.beranda.domain.letter.Content.ProviderUnlinked;
import dev.beranda.domain.letter.Content.SecurityChanged;
import dev.beranda.domain.letter.Content.StrangeDevice;
import dev.beranda.domain.letter.Letter;
import dev.beranda.domain.letter.Purpose;
import dev.beranda.domain.shared.EmailAddress;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// What letters say, in one language. No subject holds a code: locked screens show subjects.
final class Wording {

    private static final String UNDISCLOSED = "•••";

    private final Phrases phrases;
    private final String site;
    private final LinkBase links;

    Wording(Phrases phrases, String site, LinkBase links) {
        this.phrases = phrases;
        this.site = site;
        this.links = links;
    }

    Draft draft(Letter letter) {
        String kind = kind(letter.content());
        var advice = new Sentence(say(kind + ".advice"));
        return new Draft(
                letter.language(),
                say(kind + ".subject"),
                say(kind + ".preview"),
                greeting(new PersonName(letter.name())),
                Stream.concat(body(kind, letter.content()).stream(), Stream.of(advice))
                        .toList(),
                say("footer"),
                links.home());
    }

    private static String kind(Content content) {
        return switch (content) {
            case Invitation invitation -> invitation.purpose().word();
            case AccountExists() -> "account_exists";
            case PasswordChanged _ -> "password_changed";
            case SecurityChanged(var change, var _) -> change.word();
            case AddressChanged _ -> "address_changed";
            case StrangeDevice _ -> "strange_device";
            case AccountKept _ -> "account_kept";
            case ProviderLinked _ -> "provider_linked";
            case ProviderUnlinked _ -> "provider_unlinked";
        };
    }

    private List<Part> body(String kind, Content content) {
        return switch (content) {
            case Invitation invitation -> invitation(kind, invitation);
            case AccountExists() -> List.of(opening(kind, ""), button(kind, links.home()));
            case PasswordChanged(Instant at) -> List.of(opening(kind, phrases.moment(at)), button(kind, links.home()));
            case AccountKept(Instant at) -> List.of(opening(kind, phrases.moment(at)), button(kind, links.home()));
            case ProviderLinked(var provider, Instant at) -> news(kind, provider, at);
            case ProviderUnlinked(var provider, Instant at) -> news(kind, provider, at);
            case SecurityChanged(var _, Instant at) ->
                List.of(opening(kind, phrases.moment(at)), button(kind, links.home()));
            case AddressChanged(var newAddress, var undo, Instant until) ->
                List.of(
                        opening(kind, masked(newAddress)),
                        button(kind, links.to(Purpose.UNDO_EMAIL_CHANGE, undo)),
                        limit("link_good_until", until));
            case StrangeDevice news ->
                List.of(
                        opening(kind, phrases.moment(news.at())),
                        new Sentence(circumstances(kind, news)),
                        button(kind, links.to(Purpose.REFUSE_STRANGER, news.refusal())),
                        limit("link_good_until", news.until()));
        };
    }

    private String circumstances(String kind, StrangeDevice news) {
        String device = news.device().isEmpty() ? say(kind + ".unknown_device") : news.device();
        String address = news.address().value();
        String from = news.place()
                .map(place -> phrases.place(place) + " (" + address + ")")
                .orElse(address);
        return phrases.say(kind + ".circumstances", site, device, from);
    }

    private List<Part> invitation(String kind, Invitation invitation) {
        Part opening = opening(kind, phrases.moment(invitation.expiresAt()));
        Part button = button(kind, links.to(invitation.purpose(), invitation.token()));
        Part code = new Code(say("code"), invitation.code());
        return List.of(opening, button, code, limit("good_until", invitation.expiresAt()));
    }

    private List<Part> news(String kind, String provider, Instant at) {
        return List.of(new Sentence(say(kind + ".opening", provider, phrases.moment(at))), button(kind, links.home()));
    }

    private String greeting(PersonName name) {
        return name.isSayable() ? say("greeting", name.given()) : say("greeting_without_name");
    }

    private Part opening(String kind, String filling) {
        return new Sentence(say(kind + ".opening", filling));
    }

    private Part button(String kind, Link link) {
        return new Button(say(kind + ".button"), link, say("link_as_text"));
    }

    private Part limit(String key, Instant until) {
        return new Sentence(say(key, phrases.moment(until)));
    }

    private String say(String key) {
        return phrases.say(key, site);
    }

    private String say(String key, String filling) {
        return phrases.say(key, site, filling);
    }

    private String say(String key, String filling, String another) {
        return phrases.say(key, site, filling, another);
    }

    private static String masked(EmailAddress address) {
        return address.value().charAt(0) + UNDISCLOSED + "@" + address.domain();
    }
}
