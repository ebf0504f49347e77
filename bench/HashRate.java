import dev.beranda.adapter.security.password.HashingSettings;
import dev.beranda.adapter.security.password.PooledPasswordHasher;
import dev.beranda.adapter.security.password.PreferredHash;
import dev.beranda.domain.credential.Password;
import dev.beranda.domain.credential.PasswordHash;
import dev.beranda.domain.shared.Parsed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.atomic.LongAdder;

/// How often a second the server's own hasher tells a right password, with nothing around it.
/// Arguments: argon2id or bcrypt, seconds.
final class HashRate {

    public static void main(String[] arguments) throws InterruptedException {
        var preferred = arguments[0].equals("bcrypt") ? new PreferredHash.Bcrypt(10) : PreferredHash.Argon2id.USUAL;
        int cores = Runtime.getRuntime().availableProcessors();
        var settings = new HashingSettings(preferred, cores, 1000, Duration.ofSeconds(60), Duration.ZERO);
        try (var hasher = new PooledPasswordHasher(settings)) {
            measure(hasher, cores, 2);
            System.out.println("RESULT " + measure(hasher, cores, Integer.parseInt(arguments[1])));
        }
    }

    private static double measure(PooledPasswordHasher hasher, int cores, int seconds) throws InterruptedException {
        if (!(Password.parse("Bench-pass-123!") instanceof Parsed.Valid<Password>(var password))) {
            throw new IllegalStateException("no password");
        }
        PasswordHash hash = hasher.hash(password);
        var count = new LongAdder();
        long begun = System.nanoTime();
        long end = begun + seconds * 1_000_000_000L;
        var workers = new ArrayList<Thread>();
        for (int i = 0; i < 2 * cores; i++) {
            workers.add(Thread.ofVirtual().start(() -> {
                while (System.nanoTime() < end) {
                    hasher.compare(password, hash);
                    count.increment();
                }
            }));
        }
        for (Thread worker : workers) {
            worker.join();
        }
        return count.sum() * 1e9 / (System.nanoTime() - begun);
    }
}
