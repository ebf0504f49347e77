package dev.beranda.adapter.bucket;

import java.io.IOException;
import java.net.UnknownHostException;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/// What a bucket answers to who comes for the first time, with settings nobody has tried yet.
public sealed interface FirstVisit {

    Pattern CODE = Pattern.compile("<Code>(\\w{1,60})</Code>");

    record Welcome() implements FirstVisit {}

    /// It may be gone for a while.
    record OutOfReach(String why) implements FirstVisit {}

    /// It will not be otherwise later.
    ///
    /// @param part of the settings, as it is called among them
    record Refusal(String part, String why) implements FirstVisit {}

    static FirstVisit to(BucketSettings settings) {
        try {
            var answer = new Bucket(settings).visit();
            return judged(answer.statusCode(), answer);
        } catch (IOException failure) {
            return judged(failure, settings);
        }
    }

    private static FirstVisit judged(int status, HttpResponse<String> answer) {
        if (status == 429 || status >= 500) {
            return new OutOfReach("it answers " + status);
        }
        if (status == 200 && answer.body().contains("<ListBucketResult")) {
            return new Welcome();
        }
        var code = CODE.matcher(answer.body());
        return code.find() ? meant(code.group(1)) : new Refusal("ENDPOINT", "what answers there does not speak S3");
    }

    private static FirstVisit meant(String code) {
        return switch (code) {
            case "NoSuchBucket", "InvalidBucketName" -> new Refusal("BUCKET", "there is no such bucket");
            case "AccessDenied", "AllAccessDisabled" ->
                new Refusal("BUCKET", "whose key it is may not list the bucket");
            case "InvalidAccessKeyId" -> new Refusal("ACCESS_KEY", "nobody knows it there");
            case "SignatureDoesNotMatch" -> new Refusal("SECRET_KEY", "it does not belong to the access key");
            case "AuthorizationHeaderMalformed", "PermanentRedirect", "TemporaryRedirect", "IncorrectEndpoint" ->
                new Refusal("REGION", "the bucket is in another one");
            default -> new OutOfReach("it answers " + code);
        };
    }

    private static FirstVisit judged(IOException failure, BucketSettings settings) {
        if (has(
                failure,
                cause -> cause instanceof UnknownHostException || cause instanceof UnresolvedAddressException)) {
            return new Refusal(
                    "ENDPOINT", "there is no host " + settings.endpoint().getHost());
        }
        return has(failure, SSLException.class::isInstance)
                ? new Refusal("ENDPOINT", "no safe connection: " + lastWords(failure))
                : new OutOfReach(failure.getClass().getSimpleName());
    }

    private static boolean has(Throwable failure, Predicate<Throwable> kind) {
        return causes(failure).anyMatch(kind);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(20);
    }

    private static String lastWords(Throwable failure) {
        Throwable last = causes(failure).reduce((outer, inner) -> inner).orElse(failure);
        return String.valueOf(last.getMessage()).lines().findFirst().orElse("").strip();
    }
}
