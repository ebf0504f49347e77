package dev.beranda.domain.session;

import java.util.List;

/// The keys that everybody may check our tokens with, as this node knows them; asks nobody, so it always answers.
public interface PublishedKeys {

    List<SigningKey> published();
}
