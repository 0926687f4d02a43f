package cachescope.engine.projection;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * What is remembered of keys, each with an immutable value. The keys lie in buckets; where one is
 * full, the key in it that was touched longest ago is forgotten. A copy shares the buckets with its
 * original, and either of them copies a bucket before it changes it for the first time since.
 */
public final class RecentKeys<V> {
    private static final int BUCKETS = 128;
    private static final int BUCKET_KEYS_MAX = 16;

    /** How many keys are remembered at most. */
    public static final int KEYS_MAX = BUCKETS * BUCKET_KEYS_MAX;

    private final List<List<Known<V>>> buckets;
    private final BitSet owned = new BitSet(BUCKETS);

    /** A key with its value. */
    private record Known<V>(String key, V value) {}

    public RecentKeys() {
        this(Collections.nCopies(BUCKETS, List.of()));
    }

    private RecentKeys(List<List<Known<V>>> buckets) {
        this.buckets = new ArrayList<>(buckets);
    }

    /** A copy that goes its own way from here. */
    public RecentKeys<V> copy() {
        owned.clear();
        return new RecentKeys<>(buckets);
    }

    /** The value of a key; empty if nothing is known of it, or not any more. */
    public Optional<V> get(String key) {
        var bucket = buckets.get(bucket(key));
        int place = place(key, bucket);
        return place < 0 ? Optional.empty() : Optional.of(bucket.get(place).value);
    }

    /** Remembers a value in place of the one before. */
    public void put(String key, V value) {
        var bucket = own(bucket(key));
        int place = place(key, bucket);
        if (place >= 0) {
            bucket.remove(place);
        } else if (bucket.size() == BUCKET_KEYS_MAX) {
            bucket.removeFirst();
        }
        bucket.add(new Known<>(key, value));
    }

    /** Gives another value to each key that is meant. */
    public void replaceAll(Predicate<String> meant, UnaryOperator<V> replacement) {
        for (int i = 0; i < BUCKETS; i++) {
            own(i).replaceAll(known ->
                    meant.test(known.key)
                            ? new Known<>(known.key, replacement.apply(known.value))
                            : known);
        }
    }

    /** Forgets all keys. */
    public void clear() {
        Collections.fill(buckets, List.of());
        owned.clear();
    }

    /** Where a key lies, -1 if it does not; those touched last lie last and are looked for most. */
    private static <V> int place(String key, List<Known<V>> bucket) {
        int place = bucket.size() - 1;
        while (place >= 0 && !bucket.get(place).key.equals(key)) {
            place--;
        }
        return place;
    }

    private List<Known<V>> own(int bucket) {
        if (!owned.get(bucket)) {
            var copy = new ArrayList<Known<V>>(BUCKET_KEYS_MAX);
            copy.addAll(buckets.get(bucket));
            buckets.set(bucket, copy);
            owned.set(bucket);
        }
        return buckets.get(bucket);
    }

    private static int bucket(String key) {
        int hash = key.hashCode();
        return (hash ^ hash >>> 16) & BUCKETS - 1;
    }
}
