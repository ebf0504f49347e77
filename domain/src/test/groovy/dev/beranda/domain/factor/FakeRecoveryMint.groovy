package dev.beranda.domain.factor

import dev.beranda.domain.user.UserId

class FakeRecoveryMint implements RecoveryMint {

    private int drawn = 0

    @Override
    synchronized RecoveryCode draw() {
        new RecoveryCode(Integer.toString(++drawn + 100, 2).replace('0', 'a').replace('1', 'b').padLeft(16, 'c'))
    }

    @Override
    RecoveryDigest digestOf(UserId user, RecoveryCode code) {
        new RecoveryDigest("$user ${code.reveal()}".bytes)
    }
}
