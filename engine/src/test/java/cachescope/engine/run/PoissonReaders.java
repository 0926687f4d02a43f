package cachescope.engine.run;

import cachescope.engine.event.Answer;
import cachescope.engine.event.Event;
import cachescope.engine.event.Operation;
import cachescope.engine.port.RandomStream;
import cachescope.engine.traffic.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** One hot key that is read at random times, and how many loads that leads to. */
final class PoissonReaders {
    static final double READS_PER_SECOND = 94;
    static final Duration TIME_TO_LIVE = Duration.ofSeconds(20);
    static final Duration LOAD = Duration.ofMillis(500);
    static final Duration LENGTH = Duration.ofMinutes(5);

    /** The reader that misses first, and all that come while it loads. */
    static final double EXPECTED_WITHOUT_A_GUARD = 1 + READS_PER_SECOND * LOAD.toNanos() / 1e9;

    /** How soon after its end a load is seen by all. */
    private static final Duration SEEN_WITHIN = Duration.ofMillis(1);

    private PoissonReaders() {}

    /** Reads at random times, so many a second on average. */
    static List<Request> requests(long seed) {
        var random = RandomStream.of(seed, "readers");
        var requests = new ArrayList<Request>();
        double at = 0;
        while (at < LENGTH.toNanos()) {
            requests.add(Request.of((long) at, Operation.READ, "hot"));
            at -= StrictMath.log(1 - random.nextDouble()) / READS_PER_SECOND * 1e9;
        }
        return requests;
    }

    /** How many reads missed that began after the first load was over. */
    static long missesAfterTheFirst(Outcome outcome) {
        long firstLoaded =
                outcome.stream(Event.RecordRead.class)
                        .mapToLong(Event.RecordRead::endedAt)
                        .min()
                        .orElseThrow();
        return outcome.stream(Event.RequestEnded.class)
                .filter(end -> end.startedAt() > firstLoaded + SEEN_WITHIN.toNanos())
                .filter(end -> end.answer() != Answer.HIT)
                .count();
    }

    /** The loads of runs, in groups of those that begin together, but for the first of each run. */
    static final class Loads {
        private final long apart;
        private long loads;
        private long expiries;

        /** Of runs at the recording's own speed. */
        Loads() {
            this(1);
        }

        /** Of runs in which all times are divided by the speed. */
        Loads(double speed) {
            this.apart = (long) (TIME_TO_LIVE.toNanos() / 2.0 / speed);
        }

        void add(Outcome outcome) {
            var starts =
                    outcome.stream(Event.RecordRead.class)
                            .map(Event.RecordRead::startedAt)
                            .sorted()
                            .toList();
            var groups =
                    IntStream.range(1, starts.size())
                            .filter(i -> starts.get(i) - starts.get(i - 1) > apart)
                            .toArray();
            expiries += groups.length;
            loads += starts.size() - groups[0];
        }

        long expiries() {
            return expiries;
        }

        double perExpiry() {
            return (double) loads / expiries;
        }
    }
}
