package dev.beranda.adapter.oauth;

/// The token that a provider gives us to ask more with.
final class Access {

    private static final String SHAPE = "[!-~]{1,4096}";

    private Access() {}

    static String in(Json answer) throws Unbelievable {
        String token = answer.text("access_token");
        if (!token.matches(SHAPE)) {
            throw new Unbelievable("no access token");
        }
        return token;
    }
}
