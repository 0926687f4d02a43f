package cachescope.engine.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.engine.event.CallKind;
import cachescope.engine.expiry.FixedExpiry;
import cachescope.engine.fixture.Workbench;
import cachescope.engine.port.Versioned;
import cachescope.engine.strategy.Strategy;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OwingCacheTest {
    private final Workbench bench = new Workbench();
    private final OwedInvalidations owed = new OwedInvalidations(bench.tasks, 2);
    private final Ports ports =
            new Ports(bench.cache, bench.records, bench.records::read, bench.tasks, owed);
    private final Pattern pattern =
            new CacheAside(ports, new FixedExpiry(Duration.ZERO), Strategy.DEFAULT);

    private void cached(String... keys) throws Exception {
        for (var key : keys) {
            bench.rows.write(key, "old");
            bench.ask(() -> pattern.read(key));
        }
        bench.pass(Duration.ofMillis(1));
    }

    private void writeUnheard(String... keys) throws Exception {
        bench.script.refuse(CallKind.INVALIDATE);
        for (var key : keys) {
            bench.ask(() -> pattern.write(key, "new"));
        }
        bench.script.recover().calls();
    }

    @Test
    void anInvalidationIsTriedThreeTimesAndThenOwed() throws Exception {
        cached("k");
        bench.script.refuse(CallKind.INVALIDATE).calls();

        bench.ask(() -> pattern.write("k", "new"));

        assertThat(bench.script.calls())
                .containsExactly("WRITE k", "INVALIDATE k", "INVALIDATE k", "INVALIDATE k");
    }

    @Test
    void whereOneIsOwedTheNextIsTriedOnce() throws Exception {
        cached("k");
        bench.script.refuse(CallKind.INVALIDATE);
        bench.ask(() -> pattern.write("k", "new"));
        bench.script.calls();

        bench.ask(() -> pattern.write("k", "newer"));

        assertThat(bench.script.calls()).containsExactly("WRITE k", "INVALIDATE k");
    }

    @Test
    void whatIsOwedIsPaidOnce() throws Exception {
        cached("k");
        writeUnheard("k");

        bench.ask(() -> pattern.read("k"));
        bench.ask(() -> pattern.read("k"));

        assertThat(bench.script.calls())
                .containsExactly("INVALIDATE k", "GET k", "READ k", "PUT k", "GET k");
    }

    @Test
    void whatIsOwedOutlivesThePattern() throws Exception {
        cached("k");
        writeUnheard("k");

        var next = new ReadThrough(ports, new FixedExpiry(Duration.ZERO), Strategy.DEFAULT);

        assertThat(bench.ask(() -> next.read("k"))).isEqualTo(new Versioned(2, "new"));
    }

    @Test
    void beyondItsMemoryNoEntryThatWasThereBeforeIsServed() throws Exception {
        cached("a", "b", "c", "untouched");
        writeUnheard("a", "b", "c");
        bench.pass(Duration.ofMillis(1));

        for (var key : new String[] {"a", "b", "c"}) {
            assertThat(bench.ask(() -> pattern.read(key))).isEqualTo(new Versioned(2, "new"));
        }
        bench.script.calls();
        bench.ask(() -> pattern.read("untouched"));
        assertThat(bench.script.calls()).contains("READ untouched");
    }

    @Test
    void beyondItsMemoryEntriesThatAreLoadedLaterAreServed() throws Exception {
        cached("a", "b", "c");
        writeUnheard("a", "b", "c");
        bench.pass(Duration.ofMillis(1));
        bench.ask(() -> pattern.read("a"));
        bench.script.calls();

        bench.ask(() -> pattern.read("a"));

        assertThat(bench.script.calls()).containsExactly("GET a");
    }
}
