package cachescope.engine.traffic.generator;

import cachescope.engine.traffic.Request;
import cachescope.engine.traffic.RequestStream;
import cachescope.engine.traffic.Traffic;
import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/**
 * Made-up traffic of a kind, with so many requests in so much time. The same seed gives the same
 * requests. Times are whole microseconds.
 */
public final class GeneratedTraffic implements Traffic {
    /** The most requests. */
    public static final long MOST_REQUESTS = 1_000_000_000;

    private static final long MICROSECOND = 1_000;
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private final String name;
    private final Supplier<Scene> scenes;
    private final long seed;
    private final long requests;
    private final Duration duration;

    private GeneratedTraffic(
            String name, Supplier<Scene> scenes, long seed, long requests, Duration duration) {
        if (requests < 1 || requests > MOST_REQUESTS) {
            throw new IllegalArgumentException(
                    "requests is " + requests + ", expected 1 to " + MOST_REQUESTS);
        }
        if (!duration.isPositive() || duration.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "duration is " + duration + ", expected more than 0 and at most 100 years");
        }
        this.name = name;
        this.scenes = scenes;
        this.seed = seed;
        this.requests = requests;
        this.duration = duration;
    }

    /**
     * One product of a shop is suddenly wanted by all: one hot key, the rest by Zipf's law, and
     * orders that write stock.
     */
    public static GeneratedTraffic flashSale(long seed, long requests, Duration duration) {
        return new GeneratedTraffic(
                "generated-flash-sale", FlashSale::new, seed, requests, duration);
    }

    /**
     * Reads by Zipf's law, and in the middle a job that reads everything once: it washes out an
     * LRU.
     */
    public static GeneratedTraffic nightlyScan(long seed, long requests, Duration duration) {
        return new GeneratedTraffic(
                "generated-nightly-scan", NightlyScan::new, seed, requests, duration);
    }

    /** Counters that are written four times as often as they are read. */
    public static GeneratedTraffic writeHeavyCounters(long seed, long requests, Duration duration) {
        return new GeneratedTraffic(
                "generated-write-heavy-counters",
                WriteHeavyCounters::new,
                seed,
                requests,
                duration);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String format() {
        return "generated";
    }

    @Override
    public RequestStream open() {
        return new Requests(scenes.get(), new SplittableRandom(seed));
    }

    /** One reading of the traffic. */
    private final class Requests implements RequestStream {
        private final Scene scene;
        private final Rhythm rhythm;
        private final SplittableRandom random;
        private long made;

        Requests(Scene scene, SplittableRandom random) {
            this.scene = scene;
            this.rhythm = scene.rhythm();
            this.random = random;
        }

        @Override
        public Optional<Request> next() {
            if (made == requests) {
                return Optional.empty();
            }
            double share = rhythm.timeOf((made + random.nextDouble()) / requests);
            made++;
            long at = (long) (share * duration.toNanos());
            return Optional.of(scene.request(at - at % MICROSECOND, share, random));
        }

        @Override
        public void close() {
            made = requests;
        }
    }
}
