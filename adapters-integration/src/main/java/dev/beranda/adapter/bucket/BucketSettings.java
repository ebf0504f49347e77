package dev.beranda.adapter.bucket;

import java.net.URI;

/// Where a bucket is, and by what its owner is known.
public final class BucketSettings {

    private final URI endpoint;
    private final String region;
    private final String bucket;
    private final String accessKey;
    private final String secretKey;

    public BucketSettings(URI endpoint, String region, String bucket, String accessKey, String secretKey) {
        this.endpoint = endpoint;
        this.region = region;
        this.bucket = bucket;
        this.accessKey = accessKey;
        this.secretKey = secretKey;
    }

    URI endpoint() {
        return endpoint;
    }

    String region() {
        return region;
    }

    String bucket() {
        return bucket;
    }

    String accessKey() {
        return accessKey;
    }

    String secretKey() {
        return secretKey;
    }
}
