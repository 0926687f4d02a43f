package cachescope.engine.stampede;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cachescope.engine.port.Entry;
import cachescope.engine.port.RandomStream;
import cachescope.engine.port.Versioned;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EarlyDrawTest {
    private static final long DELTA = 500_000_000;
    private static final long EXPIRY = 20_000_000_000L;
    private static final int DRAWS = 100_000;

    private static Entry entry(long expiresAt, long loadNanos) {
        return new Entry(new Versioned(1, "v"), 0, expiresAt, loadNanos);
    }

    private static double share(EarlyDraw draw, long before) {
        var entry = entry(EXPIRY, DELTA);
        return IntStream.range(0, DRAWS).filter(_ -> draw.isDue(entry, EXPIRY - before)).count()
                / (double) DRAWS;
    }

    private static XFetch xfetch(double beta) {
        return new XFetch(beta, RandomStream.of(1, "x")::nextDouble);
    }

    private static TaughtXFetch taught(double beta) {
        return new TaughtXFetch(beta, RandomStream.of(1, "x")::nextDouble);
    }

    /**
     * {@code -delta beta ln(u) >= remaining} is as likely as {@code exp(-remaining/(delta beta))}.
     */
    @Test
    void xfetchIsLikelierTheCloserTheExpiryIs() {
        assertThat(share(xfetch(1), 0)).isEqualTo(1);
        assertThat(share(xfetch(1), DELTA)).isCloseTo(Math.exp(-1), within(0.01));
        assertThat(share(xfetch(1), 2 * DELTA)).isCloseTo(Math.exp(-2), within(0.01));
        assertThat(share(xfetch(2), 2 * DELTA)).isCloseTo(Math.exp(-1), within(0.01));
    }

    @Test
    void inTheTaughtFormBetaIsAFactorOfTheProbability() {
        assertThat(share(taught(1), DELTA)).isCloseTo(Math.exp(-1), within(0.01));
        assertThat(share(taught(2), DELTA)).isCloseTo(2 * Math.exp(-1), within(0.01));
        assertThat(share(taught(0.5), 0)).isEqualTo(1);
    }

    @Test
    void theLargestDrawMovesNothingAndTheSmallestEverything() {
        assertThat(new XFetch(1, () -> 0).isDue(entry(EXPIRY, DELTA), EXPIRY - 1)).isFalse();
        assertThat(new XFetch(1, () -> 0).isDue(entry(EXPIRY, DELTA), EXPIRY)).isTrue();
        assertThat(
                        new XFetch(1, () -> Math.nextDown(1.0))
                                .isDue(entry(EXPIRY, DELTA), 2_000_000_000L))
                .isTrue();
    }

    @Test
    void whatNeverExpiresIsNeverDue() {
        assertThat(share(xfetch(1), -1)).isEqualTo(1);
        assertThat(xfetch(1).isDue(entry(Entry.NEVER, DELTA), EXPIRY)).isFalse();
        assertThat(taught(1).isDue(entry(Entry.NEVER, DELTA), EXPIRY)).isFalse();
    }

    @Test
    void whatTookNoTimeToLoadIsDueAtItsExpiry() {
        for (var draw : new EarlyDraw[] {xfetch(1), taught(1)}) {
            assertThat(draw.isDue(entry(EXPIRY, 0), EXPIRY - 1)).isFalse();
            assertThat(draw.isDue(entry(EXPIRY, 0), EXPIRY)).isTrue();
        }
    }
}
