package dev.beranda.domain.identity

class FakeVoucherSeals implements VoucherSeals {

    @Override
    VoucherCode codeOf(VoucherId id) {
        new VoucherCode("code-$id")
    }

    @Override
    Optional<VoucherId> open(VoucherCode code) {
        code.reveal() ==~ /code-[0-9a-f-]{36}/ ? Optional.of(new VoucherId(UUID.fromString(code.reveal() - 'code-'))) : Optional.empty()
    }

    @Override
    String digestOf(BrowserKey browser) {
        "digest-of-${browser.reveal()}"
    }

    /// What RFC 7636 says, for others rely on it.
    @Override
    String challengeOf(String verifier) {
        Base64.urlEncoder.withoutPadding().encodeToString(verifier.digest('SHA-256').decodeHex())
    }
}
