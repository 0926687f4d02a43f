package cachescope.app.structure;

import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.Command;
import cachescope.engine.port.Glob;
import cachescope.engine.port.KeySpace;
import cachescope.engine.port.KeySpace.Scope;
import cachescope.engine.port.StoredKey;
import cachescope.engine.structure.RoundTrips;
import cachescope.engine.structure.RoundTrips.RoundTrip;
import cachescope.engine.structure.Structures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What came of a step.
 *
 * @param from whose structures it was done with
 * @param title what was done
 * @param answer what came of it, in words
 * @param failed whether it was refused
 * @param trips the round trips that it took
 * @param keys the keys of the structures afterwards; empty if they could not be read
 */
record Outcome(
        Object from,
        String title,
        String answer,
        boolean failed,
        List<RoundTrip> trips,
        Optional<List<StoredKey>> keys) {
    /** What the names of the keys of all structures begin with. */
    static final String BEGINNING = "structure:";

    private static final Glob OURS = new Glob(BEGINNING + "*");
    private static final int PAGE = 50;
    private static final int PAGES_MAX = 20;

    /** Removes all keys that the steps make. */
    static final Step REMOVE_ALL =
            new Step(
                    "remove-structures",
                    "Remove all",
                    "DEL of all keys of the structures.",
                    (store, _) -> "Removed " + store.send(new Command.Del(all())).asNumber() + ".");

    private static List<String> all() {
        var keys = new ArrayList<>(StringSteps.KEYS);
        keys.addAll(List.of(HashSteps.KEY, ListSteps.KEY));
        keys.addAll(SetSteps.KEYS);
        return keys;
    }

    /** Takes a step, and looks at the keys afterwards. Blocks. */
    static Outcome of(Object from, Structures structures, KeySpace keys, Step step, int turn) {
        var counted = new RoundTrips(structures.store(), structures.tasks()::now);
        String answer;
        boolean failed = false;
        try {
            answer = step.action().on(counted, turn);
        } catch (CacheUnavailable refused) {
            answer = String.valueOf(refused.getMessage());
            failed = true;
        }
        return new Outcome(from, step.title(), answer, failed, counted.made(), stored(keys));
    }

    /** Only looks at the keys. Blocks. */
    static Outcome looking(Object from, KeySpace keys) {
        return new Outcome(from, "", "", false, List.of(), stored(keys));
    }

    /** Lets virtual time pass, and looks at the keys. Blocks for no real time. */
    static Outcome passing(Object from, Structures structures, KeySpace keys, Duration time) {
        try {
            structures.tasks().sleep(time);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return new Outcome(
                from,
                "Time",
                time.toMinutes() + " min have passed for the structures, not for the run.",
                false,
                List.of(),
                stored(keys));
    }

    private static Optional<List<StoredKey>> stored(KeySpace keys) {
        try {
            var found = new TreeMap<String, StoredKey>();
            var from = KeySpace.START;
            for (int pages = 0; pages < PAGES_MAX; pages++) {
                var page = keys.page(Scope.RUN, OURS, from, PAGE);
                page.keys().forEach(key -> found.put(key.name(), key));
                from = page.next();
                if (page.isLast()) {
                    break;
                }
            }
            return Optional.of(List.copyOf(found.values()));
        } catch (CacheUnavailable lost) {
            return Optional.empty();
        }
    }
}
