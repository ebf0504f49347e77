package dev.beranda.adapter.security.password;

import java.util.List;
import java.util.Optional;

/// Every scheme a stored password may be kept by, one of them for new ones.
final class Schemes {

    private final PreferredScheme preferred;
    private final List<Scheme> known;
    private final StoredHash decoy;

    private Schemes(PreferredScheme preferred, List<Scheme> known) {
        this.preferred = preferred;
        this.known = List.copyOf(known);
        this.decoy = preferred
                .read(preferred.decoy())
                .orElseThrow(() -> new IllegalArgumentException("nobody should hash at such a cost"));
    }

    /// A scheme that accounts are brought along with has its place in the list.
    static Schemes preferring(PreferredHash preferred) {
        Argon2Scheme argon2 = new Argon2Scheme(Argon2::fastest, argon2id(preferred));
        BcryptSha256Scheme bcryptSha256 = new BcryptSha256Scheme(Bcrypt::fastest, bcryptCost(preferred));
        BcryptScheme bcrypt = new BcryptScheme(Bcrypt::fastest, bcryptCost(preferred));
        return new Schemes(
                switch (preferred) {
                    case PreferredHash.Argon2id _ -> argon2;
                    case PreferredHash.Bcrypt _ -> bcryptSha256;
                },
                List.of(
                        argon2,
                        bcryptSha256,
                        bcrypt,
                        new DjangoPbkdf2Scheme(),
                        new DjangoScryptScheme(),
                        new FirebaseScryptScheme()));
    }

    /// Who prefers bcrypt does not want the better hashes replaced that are there already.
    private static PreferredHash.Argon2id argon2id(PreferredHash preferred) {
        return preferred instanceof PreferredHash.Argon2id own ? own : PreferredHash.Argon2id.USUAL;
    }

    private static int bcryptCost(PreferredHash preferred) {
        return preferred instanceof PreferredHash.Bcrypt(int cost) ? cost : BcryptHash.NO_COST;
    }

    PreferredScheme preferred() {
        return preferred;
    }

    StoredHash decoy() {
        return decoy;
    }

    Optional<StoredHash> read(String encoded) {
        return known.stream().flatMap(scheme -> scheme.read(encoded).stream()).findFirst();
    }
}
