package dev.beranda.adapter.web.syndication;

import dev.beranda.domain.media.MediaId;
import dev.beranda.domain.media.Print;
import dev.beranda.domain.shared.Slug;
import java.net.URI;

/// The pages that show to people what this house keeps: what they are called, and where they are.
///
/// @param description may be empty
/// @param pages where its pages begin, without a slash at the end
/// @param postPage where the page of a post is among them, with [#SLUG] in it
/// @param house where this house is for all the world, without a slash at the end
public record Site(String name, String description, URI pages, String postPage, URI house) {

    /// Stands for the slug of a post.
    public static final String SLUG = "{slug}";

    /// Where the interface of this house begins. The site's own pages are never there.
    private static final String INTERFACE = "/api/";

    String home() {
        return pages + "/";
    }

    String pageOf(Slug post) {
        return pages + postPage.replace(SLUG, post.value());
    }

    /// @param file with the slash before it
    String own(String file) {
        return house + file;
    }

    String picture(MediaId medium, Print print) {
        return own("/api/media/" + medium + "/" + print.name());
    }

    /// Where something leads that stands in the text of a page, as it stands in an attribute there. Only the
    /// beginning is looked at and only the beginning is added, so it does not matter how the rest is written down.
    String whole(String address, String page) {
        if (hasScheme(address)) {
            return address;
        }
        if (address.startsWith(INTERFACE)) {
            return house + address;
        }
        if (address.startsWith("/")) {
            return pages.resolve("/") + address.substring(1);
        }
        return address.isEmpty() || address.startsWith("#") || address.startsWith("?")
                ? page + address
                : page.substring(0, page.lastIndexOf('/') + 1) + address;
    }

    private static boolean hasScheme(String address) {
        for (int at = 0; at < address.length(); at++) {
            char character = address.charAt(at);
            if (character == ':') {
                return at > 0;
            }
            if (!Character.isLetterOrDigit(character) && "+-.".indexOf(character) < 0) {
                return false;
            }
        }
        return false;
    }
}
