package cachescope.engine.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.Command;
import cachescope.engine.simulation.SimulatedStructures;
import cachescope.engine.structure.RoundTrips.RoundTrip;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StructuresTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final AtomicLong now = new AtomicLong();
    private final RoundTrips store =
            new RoundTrips(
                    new SimulatedStructures(now::get, key -> key), () -> now.addAndGet(1_000));

    @Test
    void aJsonValueComesBackUntilItsTimeIsOver() throws CacheUnavailable {
        var values = new JsonValues(store, MINUTE);
        assertThat(values.get("user:7")).isEmpty();
        values.put("user:7", json("{\"name\":\"Ada\"}"));
        assertThat(values.get("user:7")).contains(json("{\"name\":\"Ada\"}"));
        pass(MINUTE);
        assertThat(values.get("user:7")).isEmpty();
    }

    @Test
    void whatIsNotJsonIsAMiss() throws CacheUnavailable {
        store.send(new Command.SetString("user:7", "{broken", MINUTE));
        assertThat(new JsonValues(store, MINUTE).get("user:7")).isEmpty();
    }

    @Test
    void manyKeysTakeOneRoundTrip() throws CacheUnavailable {
        var values = new JsonValues(store, MINUTE);
        var all = new LinkedHashMap<String, JsonNode>();
        IntStream.range(0, 50).forEach(i -> all.put("k" + i, json("{\"n\":" + i + "}")));
        values.putAll(all);
        assertThat(values.getAll(List.of("k3", "x", "k1")))
                .containsExactly(
                        Optional.of(json("{\"n\":3}")),
                        Optional.empty(),
                        Optional.of(json("{\"n\":1}")));
        assertThat(store.made()).extracting(trip -> trip.sent().size()).containsExactly(50, 3);
        assertThat(store.made().getLast())
                .isEqualTo(new RoundTrip(List.of("GET k3", "GET x", "GET k1"), 1_000));
    }

    @Test
    void aCounterBeginsAnewWhenItsTimeIsOverAndNotBefore() throws CacheUnavailable {
        var views = new Counter(store, "views", MINUTE);
        assertThat(views.increment()).isEqualTo(1);
        pass(Duration.ofSeconds(59));
        assertThat(views.increment()).isEqualTo(2);
        pass(Duration.ofSeconds(1));
        assertThat(views.increment()).isEqualTo(1);
        pass(MINUTE);
        assertThat(views.increment()).isEqualTo(1);
    }

    @Test
    void oneFieldOfAnObjectIsReadAndWrittenWithoutTheRestAndItsTimeStays() throws CacheUnavailable {
        var user = new FieldsObject(store, "user:7", MINUTE);
        user.put(Map.of("name", "Ada"));
        user.put(Map.of("plan", "free"));
        assertThat(user.fields()).as("what is no field any more is gone").hasSize(1);
        assertThat(user.set("plan", "pro")).isTrue();
        assertThat(user.field("plan")).contains("pro");
        assertThat(user.field("name")).isEmpty();
        pass(MINUTE);
        assertThat(user.fields()).isEmpty();
    }

    @Test
    void writingAFieldOfAnObjectThatIsGoneMakesNoneOfThatFieldAlone() throws CacheUnavailable {
        var user = new FieldsObject(store, "user:7", MINUTE);
        user.put(Map.of("name", "Ada", "plan", "free"));
        pass(MINUTE);
        assertThat(user.set("plan", "pro")).isFalse();
        assertThat(user.fields()).isEmpty();
    }

    @Test
    void theNewestHundredOrdersAreKeptAndADayWithoutAnyEndsThem() throws CacheUnavailable {
        var day = Duration.ofHours(24);
        var orders = new NewestList(store, "orders", 100, day);
        orders.addAll(IntStream.range(0, 98).mapToObj(i -> "order " + i).toList());
        for (int i = 98; i < 105; i++) {
            orders.add("order " + i);
        }
        assertThat(orders.newest(3)).containsExactly("order 104", "order 103", "order 102");
        assertThat(orders.newest(1_000)).hasSize(100).endsWith("order 5");
        pass(day.minusSeconds(1));
        orders.add("order 105");
        pass(day.minusSeconds(1));
        assertThat(orders.newest(1)).containsExactly("order 105");
        pass(day);
        assertThat(orders.newest(1)).isEmpty();
    }

    @Test
    void whatIsAddedToTheNewestGoesInOneRoundTripAndOneStep() throws CacheUnavailable {
        new NewestList(store, "orders", 100, Duration.ofHours(24)).add("order 1");
        assertThat(store.made())
                .extracting(RoundTrip::sent)
                .containsExactly(
                        List.of(
                                "MULTI",
                                "LPUSH orders \"order 1\"",
                                "LTRIM orders 0 99",
                                "EXPIRE orders 86400",
                                "EXEC"));
    }

    @Test
    void commonTagsAreFoundByTheServer() throws CacheUnavailable {
        var first = tags("1", "redis", "java", "cache");
        var second = tags("2", "java", "cache", "sqlite");
        assertThat(first.tags()).containsExactly("cache", "java", "redis");
        assertThat(first.common(List.of(second))).containsExactly("cache", "java");
        assertThat(store.made().getLast().sent()).containsExactly("SINTER tags:1 tags:2");
        assertThat(first.common(List.of(second, tags("3", "java")))).containsExactly("java");
    }

    @Test
    void aRoundTripThatFailsIsCountedToo() throws CacheUnavailable {
        tags("1", "redis");
        var list = new NewestList(store, "tags:1", 100, MINUTE);
        assertThatThrownBy(() -> list.add("x"))
                .isInstanceOf(CacheUnavailable.class)
                .hasMessage(
                        "The simulated Redis holds another structure under tags:1, where LPUSH"
                                + " needs a list.");
        assertThat(store.made()).hasSize(2);
    }

    private TagSet tags(String of, String... tags) throws CacheUnavailable {
        var set = new TagSet(store, "tags:" + of, MINUTE);
        set.add(List.of(tags));
        return set;
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    private static JsonNode json(String text) {
        return new JsonMapper().readTree(text);
    }
}
