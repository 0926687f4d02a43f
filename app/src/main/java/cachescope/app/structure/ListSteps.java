package cachescope.app.structure;

import cachescope.app.words.Counts;
import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.StructureStore;
import cachescope.engine.structure.NewestList;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** The newest 100 orders. */
final class ListSteps {
    static final List<Step> ALL =
            List.of(
                    new Step(
                            "add-order",
                            "Add an order",
                            "LPUSH, LTRIM and EXPIRE in one step and one round trip.",
                            ListSteps::add),
                    new Step(
                            "add-orders",
                            "Add 100 orders",
                            "One LPUSH of 100 orders; LTRIM drops all older ones.",
                            ListSteps::addMany),
                    new Step(
                            "read-orders",
                            "Read the newest 5",
                            "LRANGE 0 4: the list is never read as a whole.",
                            ListSteps::read));

    static final String KEY = "orders:newest";

    private static final int KEPT = 100;
    private static final Duration TIME = Duration.ofHours(24);

    private ListSteps() {}

    private static NewestList orders(StructureStore store) {
        return new NewestList(store, KEY, KEPT, TIME);
    }

    private static String add(StructureStore store, int turn) throws CacheUnavailable {
        orders(store).add("order " + turn);
        return "order " + turn + " is the newest.";
    }

    private static String addMany(StructureStore store, int turn) throws CacheUnavailable {
        orders(store)
                .addAll(
                        IntStream.rangeClosed(1, KEPT)
                                .mapToObj(i -> "order " + turn + "." + i)
                                .toList());
        return "The newest 100 are kept, whatever was there.";
    }

    private static String read(StructureStore store, int turn) throws CacheUnavailable {
        var newest = orders(store).newest(5);
        return newest.isEmpty()
                ? "There is no order."
                : Counts.of(newest.size(), "order", "orders") + ": " + String.join(", ", newest);
    }
}
