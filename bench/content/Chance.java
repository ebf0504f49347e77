import java.time.Instant;
import java.util.SplittableRandom;
import java.util.UUID;

/// Dice that fall the same way each time.
final class Chance {

    private final SplittableRandom dice;

    Chance(long seed) {
        dice = new SplittableRandom(seed);
    }

    int below(int bound) {
        return dice.nextInt(bound);
    }

    int between(int least, int most) {
        return least + dice.nextInt(most - least + 1);
    }

    boolean percent(int of) {
        return dice.nextInt(100) < of;
    }

    double share() {
        return dice.nextDouble();
    }

    /// Around the middle, seldom much more.
    double around(double middle, double width) {
        return middle * Math.exp(width * (dice.nextDouble() + dice.nextDouble() + dice.nextDouble() - 1.5) * 2);
    }

    <T> T one(T[] of) {
        return of[dice.nextInt(of.length)];
    }

    /// As the house makes them: they grow with time.
    UUID id(Instant at) {
        long time = at.toEpochMilli() << 16 | 0x7000L | dice.nextLong() & 0xfffL;
        return new UUID(time, dice.nextLong() & 0x3fffffffffffffffL | 0x8000000000000000L);
    }
}
