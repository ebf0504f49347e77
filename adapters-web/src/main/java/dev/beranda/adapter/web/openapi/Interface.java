package dev.beranda.adapter.web.openapi;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeIn;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import io.swagger.v3.oas.annotations.tags.Tag;

/// The head of the description; the rest is gathered from the controllers when the house is built.
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Beranda",
                        version = "0.1.0",
                        description =
                                "Who comes in and what they read. A trailing slash never matters. Every error is a"
                                        + " problem document (RFC 9457) with a stable `code`. Any request that changes"
                                        + " something is 400 (`token_transport_unknown`) where `X-Token-Transport` is"
                                        + " neither `bearer` nor `cookie`.",
                        license = @License(name = "Apache-2.0")),
        tags = {
            @Tag(name = "Coming in", description = "Sign-up and login"),
            @Tag(name = "Tokens", description = "Access and refresh tokens"),
            @Tag(name = "Sessions", description = "Devices one is logged in on"),
            @Tag(name = "Passwords", description = "One's own password"),
            @Tag(name = "Second factor", description = "What one proves beside the password"),
            @Tag(name = "Passkeys", description = "Keys that devices keep, to come in by without a password"),
            @Tag(name = "E-mail", description = "The address of one's account, and what letters to it carry"),
            @Tag(name = "Account", description = "One's own account"),
            @Tag(name = "People", description = "What people tell about themselves"),
            @Tag(name = "Reading", description = "What one likes, keeps for later and follows"),
            @Tag(name = "Syndication", description = "Feeds, and maps of the site, for programs that read"),
            @Tag(name = "Administration", description = "People, and who did what about them; for administrators")
        })
@SecurityScheme(name = "bearer", type = SecuritySchemeType.HTTP, scheme = "bearer", bearerFormat = "JWT")
@SecurityScheme(
        name = "cookie",
        type = SecuritySchemeType.APIKEY,
        in = SecuritySchemeIn.COOKIE,
        paramName = "__Host-beranda_access",
        description = "Set by every door where the request has `X-Token-Transport: cookie`; without the prefix where"
                + " there is no HTTPS. An unsafe request shows the session's `csrf_token` in `X-CSRF-Token` too.")
final class Interface {

    private Interface() {}
}
