package dev.beranda.domain.session;

import java.util.List;

/// Reads off what a program says of itself what people would call it: `Firefox (Linux)`. Made for recognising one's own
/// devices in a list; it takes anybody's word.
final class UserAgents {

    /// Most programs claim to be several: the first of these that is claimed is the one it is.
    private static final List<Sign> PROGRAMS = List.of(
            new Sign("EdgiOS/", "Edge"),
            new Sign("EdgA/", "Edge"),
            new Sign("Edg/", "Edge"),
            new Sign("OPR/", "Opera"),
            new Sign("Vivaldi/", "Vivaldi"),
            new Sign("YaBrowser/", "Yandex"),
            new Sign("SamsungBrowser/", "Samsung Internet"),
            new Sign("UCBrowser/", "UC Browser"),
            new Sign("DuckDuckGo/", "DuckDuckGo"),
            new Sign("FxiOS/", "Firefox"),
            new Sign("Firefox/", "Firefox"),
            new Sign("CriOS/", "Chrome"),
            new Sign("Chromium/", "Chromium"),
            new Sign("Chrome/", "Chrome"),
            new Sign("Safari/", "Safari"),
            new Sign("curl/", "curl"),
            new Sign("Dart/", "Dart"),
            new Sign("okhttp/", "OkHttp"),
            new Sign("PostmanRuntime/", "Postman"),
            new Sign("python-requests/", "Python"),
            new Sign("node", "Node.js"));

    private static final List<Sign> SYSTEMS = List.of(
            new Sign("iPhone", "iPhone"),
            new Sign("iPad", "iPad"),
            new Sign("Android", "Android"),
            new Sign("Windows", "Windows"),
            new Sign("Macintosh", "Mac"),
            new Sign("Mac OS X", "Mac"),
            new Sign("CrOS", "ChromeOS"),
            new Sign("Linux", "Linux"));

    private UserAgents() {}

    /// Empty when nothing in it is known.
    static String kind(String userAgent) {
        String program = read(PROGRAMS, userAgent);
        String system = read(SYSTEMS, userAgent);
        return program.isEmpty() || system.isEmpty() ? program + system : program + " (" + system + ")";
    }

    private static String read(List<Sign> signs, String userAgent) {
        return signs.stream()
                .filter(sign -> userAgent.contains(sign.mark()))
                .map(Sign::name)
                .findFirst()
                .orElse("");
    }

    private record Sign(String mark, String name) {}
}
