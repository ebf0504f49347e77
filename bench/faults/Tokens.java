/// What a login or a refresh hands out.
record Tokens(String access, String refresh) {

    static Tokens in(Reply good) {
        return new Tokens(good.text("access"), good.text("refresh"));
    }

    String session() {
        return Json.sessionOf(access);
    }
}
