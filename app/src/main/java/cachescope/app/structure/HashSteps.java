package cachescope.app.structure;

import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.StructureStore;
import cachescope.engine.structure.FieldsObject;
import cachescope.engine.structure.NewestList;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;

/** An object by fields. */
final class HashSteps {
    static final List<Step> ALL =
            List.of(
                    new Step(
                            "cache-object",
                            "Cache an object",
                            "HSET of all fields and EXPIRE, in one step; DEL before them, so that no old field stays.",
                            HashSteps::cache),
                    new Step(
                            "read-field",
                            "Read one field",
                            "HGET: one field, however large the object is.",
                            HashSteps::readField),
                    new Step(
                            "write-field",
                            "Write one field",
                            "A script that HSETs only while the object is there: a plain HSET after its end would make one of this field alone, that never expires.",
                            HashSteps::writeField),
                    new Step(
                            "read-object",
                            "Read all fields",
                            "HGETALL: the whole object.",
                            HashSteps::readAll),
                    new Step(
                            "push-onto-hash",
                            "Push onto it",
                            "LPUSH, which needs a list: Redis refuses it. The EXPIRE behind it is carried out all the same, as a transaction of Redis takes nothing back.",
                            HashSteps::push));

    static final String KEY = "customer:7";

    private static final Duration TIME = Duration.ofMinutes(10);

    private HashSteps() {}

    private static FieldsObject customer(StructureStore store) {
        return new FieldsObject(store, KEY, TIME);
    }

    private static String cache(StructureStore store, int turn) throws CacheUnavailable {
        var fields = new LinkedHashMap<String, String>();
        fields.put("name", "Ada");
        fields.put("plan", "pro");
        fields.put("city", "London");
        fields.put("visits", "1");
        customer(store).put(fields);
        return "Four fields cached for 10 min.";
    }

    private static String readField(StructureStore store, int turn) throws CacheUnavailable {
        return customer(store)
                .field("plan")
                .map(plan -> "plan is " + plan + ".")
                .orElse("Miss: the object is not there.");
    }

    private static String writeField(StructureStore store, int turn) throws CacheUnavailable {
        return customer(store).set("visits", Integer.toString(turn))
                ? "visits is " + turn + " now; the object lives no longer for it."
                : "Nothing written: the object is not there.";
    }

    private static String readAll(StructureStore store, int turn) throws CacheUnavailable {
        var fields = customer(store).fields();
        return fields.isEmpty() ? "Miss: the object is not there." : "Hit: " + fields;
    }

    private static String push(StructureStore store, int turn) throws CacheUnavailable {
        if (customer(store).fields().isEmpty()) {
            return "There is no object to push onto: cache one first.";
        }
        new NewestList(store, KEY, 1, TIME).add("order " + turn);
        return "Pushed.";
    }
}
