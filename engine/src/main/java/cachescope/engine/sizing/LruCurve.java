package cachescope.engine.sizing;

import cachescope.engine.strategy.EvictionName;
import cachescope.engine.traffic.Traffic;
import cachescope.engine.traffic.TrafficException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.Stream;

/**
 * The whole curve of LRU in one pass. A request hits all caches that are at least as large as its
 * stack distance, the room that is taken by what was used since its key was (Mattson, Gecsei,
 * Slutz, Traiger, "Evaluation techniques for storage hierarchies", 1970).
 *
 * <p>By bytes a key counts with its newest size, where a replay counts it with the one it came in
 * with; where the sizes of keys do not change, both tell the same.
 *
 * <p>It is exact while no more than a given number of keys come. Beyond it, half of the keys, by
 * their ids, are followed no more, again and again: fixed-size SHARDS (Waldspurger, Park,
 * Garthwaite, Ahmad, FAST 2015), with the number of requests corrected as there. Each distance then
 * counts for as many keys as the sample stands for.
 */
final class LruCurve extends KeyReading {
    /** Exact up to two million; beyond, a bucket is a two millionth wide. */
    private static final Buckets OF_OBJECTS = new Buckets(20);

    /** A bucket is at most an eight thousandth wide. */
    private static final Buckets OF_BYTES = new Buckets(13);

    private static final String SIZES_CHANGE =
            "the sizes of some keys change: this curve counts a key with its newest size, a replay with the one it came in"
                    + " with";

    /** From so many followed keys on, a capacity tells something. */
    private static final int LEAST_FOLLOWED = 64;

    private final By by;
    private final int mostKeys;
    private final Buckets buckets;
    private final DistanceHistogram hits;
    private final DistanceHistogram hitBytes;
    private final SamplingError error = new SamplingError();
    private KeyTable table = new KeyTable();
    private KeySizes sizes = new KeySizes();
    private RecencyStack stack = new RecencyStack();
    private BitSet again = new BitSet();
    private int halvings;
    private double expected;
    private double followedBytes;
    private int largest = 1;

    private LruCurve(By by, int mostKeys, long limit, Advance advance) {
        super(limit, advance);
        this.by = by;
        this.mostKeys = mostKeys;
        this.buckets = by == By.OBJECTS ? OF_OBJECTS : OF_BYTES;
        this.hits = new DistanceHistogram(buckets);
        this.hitBytes = new DistanceHistogram(buckets);
    }

    /**
     * Reads a recording, or as many requests of it as are asked for; fewer if it is told to stop.
     * Blocks.
     *
     * @param mostKeys how many keys are followed; 60 to 90 bytes each
     */
    static Curve of(Traffic traffic, long limit, By by, int mostKeys, Advance advance)
            throws TrafficException, SizingException {
        var reading = new LruCurve(by, mostKeys, limit, advance);
        reading.read(traffic);
        if (by == By.BYTES) {
            reading.sizes.check(reading.requests());
        }
        return reading.curve();
    }

    @Override
    void request(long id, long told) {
        expected++;
        if (isPassedOver(id)) {
            return;
        }
        int known = table.size();
        int key = table.numberOf(id);
        int size = by == By.OBJECTS ? 1 : sizes.of(key, told);
        largest = Math.max(largest, size);
        followedBytes += size;
        long distance = stack.use(key, size);
        if (key == known) {
            hits.addNever(1);
            hitBytes.addNever(size);
            error.groupOf(id).addNever(1);
            if (table.size() > mostKeys) {
                halve();
            }
        } else {
            again.set(key);
            long scaled = distance << halvings;
            hits.add(scaled, 1);
            error.groupOf(id).add(scaled, 1);
            if (by == By.BYTES) {
                hitBytes.add(scaled, size);
            }
        }
    }

    private boolean isPassedOver(long id) {
        return halvings > 0 && id >>> (Long.SIZE - halvings) != 0;
    }

    /** Follows half of the keys from now on. */
    private void halve() {
        halvings++;
        var ids = table.ids();
        var kept = new int[ids.length];
        int count = 0;
        var smaller = new KeyTable();
        var stillAgain = new BitSet();
        for (int key = 0; key < ids.length; key++) {
            if (!isPassedOver(ids[key])) {
                kept[count] = key;
                stillAgain.set(count, again.get(key));
                smaller.numberOf(ids[key]);
                count++;
            }
        }
        kept = Arrays.copyOf(kept, count);
        table = smaller;
        again = stillAgain;
        sizes = sizes.kept(kept);
        stack = stack.kept(kept);
        hits.halve();
        hitBytes.halve();
        error.halve();
        followedBytes /= 2;
    }

    private Curve curve() {
        double requests = Math.max(1, Math.scalb(expected, -halvings));
        long keys = (long) table.size() << halvings;
        long room = stack.weight() << halvings;
        int once = table.size() - again.cardinality();
        var workload =
                new Workload(
                        requests(),
                        keys,
                        by == By.BYTES ? room : 0,
                        table.size() == 0 ? 0 : (double) once / table.size(),
                        seconds());
        long least = halvings == 0 ? largest : Math.max(largest, (long) LEAST_FOLLOWED << halvings);
        var ratios = new Ratios(requests);
        var capacities = Capacities.between(least, Math.max(room, least), Capacities.OF_ONE_PASS);
        var points =
                Arrays.stream(capacities)
                        .map(capacity -> buckets.largest(buckets.of(capacity)))
                        .mapToObj(ratios::point)
                        .toList();
        return new Curve(
                EvictionName.LRU,
                by,
                points,
                workload,
                Math.scalb(1.0, -halvings),
                points.stream().mapToDouble(CurvePoint::error).max().orElse(0),
                ratios::at,
                sizes.haveChanged()
                        ? Stream.concat(remarks().stream(), Stream.of(SIZES_CHANGE)).toList()
                        : remarks());
    }

    /** Miss ratios by capacity, of so many sampled requests. */
    private final class Ratios {
        private final double requests;
        private final double[] misses = hits.missesByBucket();
        private final double[] missedBytes = hitBytes.missesByBucket();

        Ratios(double requests) {
            this.requests = requests;
        }

        double at(long capacity) {
            return Math.min(1, at(misses, capacity) / requests);
        }

        private double at(double[] missesByBucket, long capacity) {
            int bucket = buckets.of(capacity);
            int whole = buckets.largest(bucket) == capacity ? bucket : bucket - 1;
            return missesByBucket[Math.clamp(whole, 0, missesByBucket.length - 1)];
        }

        CurvePoint point(long capacity) {
            double byteMissRatio =
                    by == By.OBJECTS
                            ? Double.NaN
                            : at(missedBytes, capacity) / Math.max(1, followedBytes);
            return new CurvePoint(capacity, at(capacity), byteMissRatio, errorAt(capacity));
        }

        /** What the sample's keys leave open, and what its distances do. */
        private double errorAt(long capacity) {
            if (halvings == 0) {
                return 0;
            }
            double followed = Math.scalb((double) capacity / largest, -halvings);
            double spread = Math.min(1, 2 / Math.sqrt(followed));
            double above = at((long) (capacity * (1 - spread))) - at(capacity);
            double below = at(capacity) - at((long) (capacity * (1 + spread)));
            return error.at(capacity, requests) + Math.max(above, below);
        }
    }
}
