package cachescope.app.structure;

import cachescope.app.words.Counts;
import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.StructureStore;
import cachescope.engine.structure.Counter;
import cachescope.engine.structure.JsonValues;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** JSON values, a counter, and many keys at once. */
final class StringSteps {
    static final List<Step> ALL =
            List.of(
                    new Step(
                            "cache-value",
                            "Cache a value",
                            "SET with EX: a JSON value that lives for 60 s.",
                            StringSteps::cache),
                    new Step(
                            "read-value",
                            "Read it",
                            "GET: the value, or nothing once its time is over.",
                            StringSteps::read),
                    new Step(
                            "count-view",
                            "Count a view",
                            "INCR: however many count at once, each number is given once. The counter begins anew a day after its first count.",
                            StringSteps::count),
                    new Step(
                            "write-one-by-one",
                            "10 keys, one by one",
                            "Ten times SET, each in a round trip of its own.",
                            StringSteps::writeOneByOne),
                    new Step(
                            "write-pipeline",
                            "10 keys, one pipeline",
                            "Ten times SET, sent one after another without waiting: one round trip.",
                            StringSteps::writeTogether),
                    new Step(
                            "read-pipeline",
                            "Read the 10 keys",
                            "Ten times GET in one pipeline.",
                            StringSteps::readTogether));

    /** All keys that the steps make. */
    static final List<String> KEYS =
            IntStream.rangeClosed(0, 11)
                    .mapToObj(i -> i == 0 ? "user:7" : i == 11 ? "views:today" : "price:" + i)
                    .toList();

    private static final int MANY = 10;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration DAY = Duration.ofHours(24);

    private StringSteps() {}

    private static String cache(StructureStore store, int turn) throws CacheUnavailable {
        var user = JsonNodeFactory.instance.objectNode();
        user.put("name", "Ada");
        user.put("plan", "pro");
        user.put("visits", turn);
        new JsonValues(store, MINUTE).put("user:7", user);
        return "Cached for 60 s.";
    }

    private static String read(StructureStore store, int turn) throws CacheUnavailable {
        return new JsonValues(store, MINUTE)
                .get("user:7")
                .map(value -> "Hit: " + value)
                .orElse("Miss: it has expired or was never cached.");
    }

    private static String count(StructureStore store, int turn) throws CacheUnavailable {
        return "View "
                + Counts.whole(new Counter(store, "views:today", DAY).increment())
                + " of today.";
    }

    private static String writeOneByOne(StructureStore store, int turn) throws CacheUnavailable {
        var values = new JsonValues(store, MINUTE);
        for (var price : prices(turn).entrySet()) {
            values.put(price.getKey(), price.getValue());
        }
        return "10 values cached: each waited for the answer to the one before it.";
    }

    private static String writeTogether(StructureStore store, int turn) throws CacheUnavailable {
        new JsonValues(store, MINUTE).putAll(prices(turn));
        return "10 values cached: all went before the first answer came.";
    }

    private static String readTogether(StructureStore store, int turn) throws CacheUnavailable {
        var found = new JsonValues(store, MINUTE).getAll(List.copyOf(prices(0).keySet()));
        long hits = found.stream().filter(Optional::isPresent).count();
        return Counts.of(hits, "hit", "hits") + " of 10 keys.";
    }

    private static Map<String, JsonNode> prices(int turn) {
        var prices = new LinkedHashMap<String, JsonNode>();
        for (int i = 1; i <= MANY; i++) {
            var price = JsonNodeFactory.instance.objectNode();
            price.put("cents", 100 * i + turn);
            prices.put("price:" + i, price);
        }
        return prices;
    }
}
