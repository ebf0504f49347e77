package dev.beranda.adapter.exchange;

import dev.beranda.application.exchange.Parcel.Piece;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Finds out which pictures of a folder are meant where texts in it name some.
final class Destinations {

    /// In a link or a picture, in the list of links at the end, and in HTML.
    private static final Pattern NAMED = Pattern.compile(
            "\\]\\(\\s*<?([^()<>\\s]{1,500})|(?m:^\\s{0,3}\\[[^\\]\\n]{1,200}\\]:\\s*<?([^<>\\s]{1,500}))"
                    + "|\\b(?:src|href)\\s*=\\s*[\"']([^\"'\\n]{1,500})[\"']");

    private static final Pattern FENCE = Pattern.compile("(?m)^ {0,3}(```+|~~~+)");

    /// Where the makers of static sites keep what is at the top of a site.
    private static final List<String> TOPS =
            List.of("", "static/", "public/", "assets/", "src/", "content/", "source/");

    private final Set<String> pictures;

    Destinations(Collection<String> pictures) {
        this.pictures = Set.copyOf(pictures);
    }

    List<Piece> pieces(String article, String text) {
        List<Piece> pieces = new ArrayList<>();
        int written = 0;
        Matcher named = NAMED.matcher(text);
        List<int[]> code = code(text);
        while (named.find()) {
            int group = named.group(1) != null ? 1 : named.group(2) != null ? 2 : 3;
            Optional<String> picture =
                    isWithin(code, named.start()) ? Optional.empty() : of(article, named.group(group));
            if (picture.isPresent()) {
                pieces.add(new Piece.Words(text.substring(written, named.start(group))));
                pieces.add(new Piece.Shown(picture.get(), named.group(group)));
                written = named.end(group);
            }
        }
        pieces.add(new Piece.Words(text.substring(written)));
        return pieces;
    }

    /// What stands between fences is shown as it is.
    private static List<int[]> code(String text) {
        List<int[]> code = new ArrayList<>();
        Matcher fence = FENCE.matcher(text);
        int from = -1;
        String mark = "";
        while (fence.find()) {
            if (from < 0) {
                from = fence.start();
                mark = fence.group(1);
            } else if (fence.group(1).startsWith(mark)) {
                code.add(new int[] {from, fence.end()});
                from = -1;
            }
        }
        if (from >= 0) {
            code.add(new int[] {from, text.length()});
        }
        return code;
    }

    private static boolean isWithin(List<int[]> code, int at) {
        return code.stream().anyMatch(part -> part[0] <= at && at < part[1]);
    }

    Optional<String> of(String article, String written) {
        if (written.contains("://") || written.startsWith("//") || written.startsWith("#")) {
            return Optional.empty();
        }
        String path = plain(written);
        String folder = article.contains("/") ? article.substring(0, article.lastIndexOf('/') + 1) : "";
        String site = article.contains("/") ? article.substring(0, article.indexOf('/') + 1) : "";
        Stream<String> tops = TOPS.stream().flatMap(top -> Stream.of(top + path, site + top + path));
        Stream<String> candidates = written.startsWith("/") ? tops : Stream.concat(Stream.of(folder + path), tops);
        return candidates
                .flatMap(candidate -> resolved(candidate).stream())
                .filter(pictures::contains)
                .findFirst();
    }

    private static String plain(String written) {
        String path = written.replaceFirst("[?#].*", "").replaceFirst("^/+", "");
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return path;
        }
    }

    /// Without detours; nothing where it leads out of the folder.
    private static Optional<String> resolved(String path) {
        Deque<String> parts = new ArrayDeque<>();
        for (String part : path.split("/")) {
            if (part.equals("..")) {
                if (parts.pollLast() == null) {
                    return Optional.empty();
                }
            } else if (!part.equals(".") && !part.isEmpty()) {
                parts.add(part);
            }
        }
        return Optional.of(String.join("/", parts));
    }
}
