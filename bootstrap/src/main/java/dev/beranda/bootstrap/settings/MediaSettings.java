package dev.beranda.bootstrap.settings;

import dev.beranda.adapter.bucket.BucketSettings;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;

/// How much people may bring to write with, and where it is kept.
///
/// @param mostBytes of one file
/// @param quotaBytes of all that one person has here, as it is kept
/// @param bucket instead of a folder
public record MediaSettings(int mostBytes, long quotaBytes, Optional<BucketSettings> bucket) {

    private static final int MEGABYTE = 1024 * 1024;
    private static final int LEAST = 64 * 1024;
    /// Files are held in memory until they are looked at.
    private static final int MOST = 32 * MEGABYTE;

    private static final int USUAL = 10 * MEGABYTE;
    private static final int USUAL_QUOTA = 2048;

    private static final String PREFIX = "BERANDA_MEDIA_S3_";

    static MediaSettings in(Environment environment) {
        int most = environment.number("BERANDA_MEDIA_MAX_BYTES", LEAST, MOST).orElse(USUAL);
        long quota = environment.number("BERANDA_MEDIA_QUOTA", 1, 1_000_000).orElse(USUAL_QUOTA);
        return new MediaSettings(most, quota * MEGABYTE, bucket(environment));
    }

    private static Optional<BucketSettings> bucket(Environment environment) {
        var endpoint = environment.read(
                PREFIX + "ENDPOINT", "an http:// or https:// address without a path", MediaSettings::address);
        var region = environment.read(PREFIX + "REGION", "the name of a region", MediaSettings::region);
        var bucket = environment.read(PREFIX + "BUCKET", "the name of a bucket", MediaSettings::bucket);
        var accessKey = environment.text(PREFIX + "ACCESS_KEY");
        var secretKey = environment.text(PREFIX + "SECRET_KEY");
        if (Stream.of(endpoint, region, bucket, accessKey, secretKey).allMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        return Optional.of(new BucketSettings(
                given("ENDPOINT", endpoint),
                region.orElse("us-east-1"),
                given("BUCKET", bucket),
                given("ACCESS_KEY", accessKey),
                given("SECRET_KEY", secretKey)));
    }

    private static <T> T given(String name, Optional<T> value) {
        return value.orElseThrow(() -> new SettingsException(PREFIX + name + " is missing"));
    }

    private static Optional<URI> address(String text) {
        try {
            URI uri = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
            boolean isWeb = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            boolean isBare = uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawPath().isEmpty()
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null;
            return isWeb && isBare ? Optional.of(uri) : Optional.empty();
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    private static Optional<String> region(String text) {
        return Optional.of(text).filter(name -> name.matches("[a-z0-9-]{1,40}"));
    }

    private static Optional<String> bucket(String text) {
        return Optional.of(text).filter(name -> name.matches("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]"));
    }
}
