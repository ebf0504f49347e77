package dev.beranda.domain.credential

import dev.beranda.domain.shared.FakeTransactions
import dev.beranda.domain.shared.Overloaded

import java.security.MessageDigest
import java.time.Duration

import static dev.beranda.domain.credential.PasswordHasher.Match.NO
import static dev.beranda.domain.credential.PasswordHasher.Match.YES
import static dev.beranda.domain.credential.PasswordHasher.Match.YES_BUT_OUTDATED

/**
 * Hashes in no time, counts its work, and can be told to have no free place. The real one takes as long as a hundred
 * statements: who holds a transaction meanwhile is told.
 */
class FakePasswordHasher implements PasswordHasher, PasswordHasher.Hearing, PasswordHasher.Attempt {

    private static final String TODAYS = 'fake'
    private static final String OUTDATED = 'fake-outdated'

    int hashed
    int compared
    int comparedWithNothing
    int refused
    boolean overloaded

    private final FakeTransactions transactions
    private int salt

    FakePasswordHasher(FakeTransactions transactions = new FakeTransactions()) {
        this.transactions = transactions
    }

    @Override
    void requireRoom() {
        room()
    }

    @Override
    PasswordHasher.Hearing hear() {
        this
    }

    @Override
    PasswordHasher.Attempt attempt() {
        requireRoom()
        this
    }

    @Override
    void refuse() {
        refused++
    }

    @Override
    PasswordHash hash(Password password) {
        work()
        hashed++
        encode(TODAYS, password)
    }

    /** As the one of an account that was brought along from elsewhere. */
    PasswordHash outdated(Password password) {
        encode(OUTDATED, password)
    }

    @Override
    Match compare(Password password, PasswordHash hash) {
        work()
        compared++
        def (scheme, salt, kept) = (hash.reveal().split(':') as List) + [null, null]
        if (kept != digest(salt, password)) {
            return NO
        }
        scheme == OUTDATED ? YES_BUT_OUTDATED : YES
    }

    @Override
    boolean canCompareWith(PasswordHash hash) {
        hash.reveal().startsWith(TODAYS)
    }

    @Override
    void compareWithNothing(Password password) {
        work()
        comparedWithNothing++
    }

    @Override
    void close() {
    }

    int getComputations() {
        hashed + compared + comparedWithNothing
    }

    private void work() {
        assert !transactions.held: 'a password is hashed or compared inside of a transaction'
        room()
    }

    private void room() {
        if (overloaded) {
            throw new Overloaded('fake password hashing', Duration.ofSeconds(1))
        }
    }

    private PasswordHash encode(String scheme, Password password) {
        def salt = "${salt++}"
        new PasswordHash("$scheme:$salt:${digest(salt, password)}")
    }

    private static String digest(String salt, Password password) {
        def bytes = MessageDigest.getInstance('SHA-256').digest("$salt:${password.reveal()}".getBytes('UTF-8'))
        HexFormat.of().formatHex(bytes)
    }
}
