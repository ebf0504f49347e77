package dev.beranda.domain.factor

class FakeRecoveryMintSpec extends RecoveryMintContract {

    RecoveryMint mint = new FakeRecoveryMint()
}
