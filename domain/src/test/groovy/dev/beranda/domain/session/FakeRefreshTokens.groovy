package dev.beranda.domain.session

/// Remembers what it sealed.
final class FakeRefreshTokens implements RefreshTokens {

    private final Map<String, RefreshClaim> sealed = [:]

    @Override
    RefreshToken seal(RefreshClaim claim) {
        def text = "refresh-${claim.session()}-${claim.generation()}".toString()
        sealed[text] = claim
        new RefreshToken(text)
    }

    @Override
    Optional<RefreshClaim> open(RefreshToken token) {
        Optional.ofNullable(sealed[token.reveal()])
    }
}
