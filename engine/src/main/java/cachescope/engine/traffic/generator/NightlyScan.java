package cachescope.engine.traffic.generator;

import cachescope.engine.event.Operation;
import cachescope.engine.traffic.Request;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A service whose users are read by Zipf's law, and a nightly job that reads all of them once, one
 * after another. The job fills an LRU with users that nobody asks for, and drives those out that
 * everybody does.
 */
final class NightlyScan implements Scene {
    private static final int USERS = 16_000;
    private static final double SCAN_BEGINS = 0.45;
    private static final double SCAN_ENDS = 0.7;
    private static final double SCAN_SHARE = 0.7;
    private static final double WRITES = 0.05;

    private final Zipf users = new Zipf(USERS, 1.1);
    private int scanned;

    @Override
    public Rhythm rhythm() {
        return new Rhythm(
                List.of(
                        new Rhythm.Phase(SCAN_BEGINS, 1),
                        new Rhythm.Phase(SCAN_ENDS - SCAN_BEGINS, 3),
                        new Rhythm.Phase(1 - SCAN_ENDS, 1)));
    }

    @Override
    public Request request(long at, double share, SplittableRandom random) {
        boolean night = share >= SCAN_BEGINS && share < SCAN_ENDS;
        if (night && scanned < USERS && random.nextDouble() < SCAN_SHARE) {
            return of(at, Operation.READ, scanned++, "nightly-job");
        }
        var operation = random.nextDouble() < WRITES ? Operation.WRITE : Operation.READ;
        int user = place(users.draw(random));
        return of(at, operation, user, "web-" + random.nextInt(8));
    }

    /**
     * Spreads the popular users over the whole table, as they are in life: 7,919 has no factor in
     * common with it.
     */
    private static int place(int rank) {
        return (int) (rank * 7_919L % USERS);
    }

    private static Request of(long at, Operation operation, int user, String client) {
        return new Request(
                at, operation, "user:" + user, 300 + user * 31L % 900, client, null, List.of());
    }
}
