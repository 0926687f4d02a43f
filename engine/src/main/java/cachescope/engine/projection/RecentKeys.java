package cachescope.engine.projection;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * What is remembered of keys, each with an immutable value. The keys lie in buckets; where one is
 * full, the key in it that was touched longest ago is forgotten. A copy shares the buckets with its
 * original, as nothing changes in one: it is replaced.
 */
public final class RecentKeys<V> {
    private static final int BUCKETS = 128;
    private static final int BUCKET_KEYS_MAX = 16;

    /** How many keys are remembered at most. */
    public static final int KEYS_MAX = BUCKETS * BUCKET_KEYS_MAX;

    private final ArrayList<List<Known<V>>> buckets;

    /** A key with its value. */
    private record Known<V>(String key, V value) {}

    public RecentKeys() {
        buckets = new ArrayList<>(Collections.nCopies(BUCKETS, List.of()));
    }

    private RecentKeys(RecentKeys<V> other) {
        buckets = new ArrayList<>(other.buckets);
    }

    /** A copy that goes its own way from here. */
    public RecentKeys<V> copy() {
        return new RecentKeys<>(this);
    }

    /** The value of a key; empty if nothing is known of it, or not any more. */
    public Optional<V> get(String key) {
        for (var known : buckets.get(bucket(key))) {
            if (known.key.equals(key)) {
                return Optional.of(known.value);
            }
        }
        return Optional.empty();
    }

    /** Remembers a value in place of the one before. */
    public void put(String key, V value) {
        int bucket = bucket(key);
        var next = new ArrayList<Known<V>>(BUCKET_KEYS_MAX);
        for (var known : buckets.get(bucket)) {
            if (!known.key.equals(key)) {
                next.add(known);
            }
        }
        if (next.size() == BUCKET_KEYS_MAX) {
            next.removeFirst();
        }
        next.add(new Known<>(key, value));
        buckets.set(bucket, next);
    }

    /** Gives another value to each key that is meant. */
    public void replaceAll(Predicate<String> meant, UnaryOperator<V> replacement) {
        buckets.replaceAll(bucket ->
                bucket.stream()
                        .map(known ->
                                meant.test(known.key)
                                        ? new Known<>(known.key, replacement.apply(known.value))
                                        : known)
                        .toList());
    }

    /** Forgets all keys. */
    public void clear() {
        Collections.fill(buckets, List.of());
    }

    private static int bucket(String key) {
        int hash = key.hashCode();
        return (hash ^ hash >>> 16) & BUCKETS - 1;
    }
}
