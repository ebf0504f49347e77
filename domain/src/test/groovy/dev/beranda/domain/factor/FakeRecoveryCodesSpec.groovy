package dev.beranda.domain.factor

import dev.beranda.domain.user.FakeUsers
import dev.beranda.domain.user.Users

class FakeRecoveryCodesSpec extends RecoveryCodesContract {

    RecoveryCodes recoveryCodes = new FakeRecoveryCodes()
    Users users = new FakeUsers()
}
