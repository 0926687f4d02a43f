package cachescope.engine.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.engine.event.CallKind;
import cachescope.engine.event.Cause;
import cachescope.engine.expiry.FixedExpiry;
import cachescope.engine.fixture.Workbench;
import cachescope.engine.port.Caller;
import cachescope.engine.port.Versioned;
import cachescope.engine.port.faulty.Fault;
import cachescope.engine.strategy.Fix;
import cachescope.engine.strategy.PatternName;
import cachescope.engine.strategy.Strategy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefreshAheadTest {
    private static final Strategy STRATEGY =
            Strategy.DEFAULT
                    .withPattern(PatternName.REFRESH_AHEAD)
                    .withTimeToLive(Duration.ofSeconds(10));

    private final Workbench bench = new Workbench();
    private final List<String> heard = new ArrayList<>();
    private final RefreshListener listener =
            new RefreshListener() {
                @Override
                public void started(String key) {
                    heard.add("started " + key + " by " + Caller.CURRENT.get().cause());
                }

                @Override
                public void ended(String key, long startedAt, long version) {
                    heard.add("ended " + key + " with " + version);
                }
            };
    private final Pattern pattern = pattern(STRATEGY);

    private Pattern pattern(Strategy strategy) {
        return new RefreshAhead(
                bench.ports, new FixedExpiry(strategy.timeToLive()), strategy, listener);
    }

    private void cachedSince(Duration age) throws Exception {
        bench.rows.write("k", "old");
        bench.ask(() -> pattern.read("k"));
        bench.pass(age);
        bench.script.calls();
    }

    @Test
    void aYoungEntryIsNotRefreshed() throws Exception {
        cachedSince(Duration.ofMillis(7_999));

        bench.ask(() -> pattern.read("k"));

        assertThat(bench.script.calls()).containsExactly("GET k");
    }

    @Test
    void pastItsShareOfTheTimeToLiveAnEntryIsServedAndRefreshed() throws Exception {
        cachedSince(Duration.ofSeconds(8));
        bench.rows.write("k", "new");

        assertThat(bench.ask(() -> pattern.read("k"))).isEqualTo(new Versioned(1, "old"));
        bench.tasks.run();

        assertThat(bench.script.calls()).containsExactly("GET k", "READ k", "PUT k");
        assertThat(bench.ask(() -> pattern.read("k"))).isEqualTo(new Versioned(2, "new"));
    }

    @Test
    void aRefreshProlongsTheEntry() throws Exception {
        cachedSince(Duration.ofSeconds(8));
        bench.ask(() -> pattern.read("k"));
        bench.pass(Duration.ofSeconds(9));

        assertThat(bench.memory.get("k")).isPresent();
    }

    @Test
    void aRefreshWorksInTheBackgroundForTheRequestThatAskedForIt() throws Exception {
        cachedSince(Duration.ofSeconds(8));

        bench.ask(() -> pattern.read("k"));
        bench.tasks.run();

        var cause = new Cause.Background("refresh k", List.of(1L));
        assertThat(heard).containsExactly("started k by " + cause, "ended k with 1");
    }

    @Test
    void aKeyIsNeverRefreshedTwiceAtATime() throws Exception {
        cachedSince(Duration.ofSeconds(8));
        bench.script.hold(CallKind.READ, Duration.ofSeconds(1));

        bench.ask(() -> pattern.read("k"));
        bench.ask(() -> pattern.read("k"));
        bench.pass(Duration.ofMillis(500));
        bench.ask(() -> pattern.read("k"));

        assertThat(bench.script.calls()).containsExactly("GET k", "READ k", "GET k", "GET k");
    }

    @Test
    void afterARefreshTheKeyCanBeRefreshedAgain() throws Exception {
        cachedSince(Duration.ofSeconds(8));
        bench.ask(() -> pattern.read("k"));
        bench.pass(Duration.ofSeconds(8));
        bench.script.calls();

        bench.ask(() -> pattern.read("k"));
        bench.tasks.run();

        assertThat(bench.script.calls()).contains("READ k");
    }

    @Test
    void aRefreshThatFailsLeavesTheEntryAndMayBeTriedAgain() throws Exception {
        cachedSince(Duration.ofSeconds(8));
        bench.script.next(CallKind.READ, new Fault.Refused("busy"));
        bench.ask(() -> pattern.read("k"));
        bench.tasks.run();

        assertThat(heard).last().isEqualTo("ended k with 0");
        assertThat(bench.memory.get("k")).isPresent();
        bench.ask(() -> pattern.read("k"));
        bench.tasks.run();
        assertThat(heard).last().isEqualTo("ended k with 1");
    }

    @Test
    void thereIsABoundForRefreshesAtATime() throws Exception {
        int keys = RefreshAhead.REFRESHES_MAX + 1;
        for (int number = 0; number < keys; number++) {
            var key = "k" + number;
            bench.rows.write(key, "old");
            bench.ask(() -> pattern.read(key));
        }
        bench.pass(Duration.ofSeconds(8));
        for (int number = 0; number < keys; number++) {
            var key = "k" + number;
            bench.script.hold(CallKind.READ, Duration.ofSeconds(1));
            bench.ask(() -> pattern.read(key));
        }
        bench.tasks.run();

        assertThat(heard).hasSize(RefreshAhead.REFRESHES_MAX);
    }

    @Test
    void withTheCacheLostTheDatabaseServes() throws Exception {
        cachedSince(Duration.ofSeconds(8));
        bench.script.loseCache();

        assertThat(bench.ask(() -> pattern.write("k", "new"))).isEqualTo(2);
        assertThat(bench.ask(() -> pattern.read("k"))).isEqualTo(new Versioned(2, "new"));
    }

    @Test
    void aRefreshOfADeletedRecordDropsItsEntry() throws Exception {
        cachedSince(Duration.ofSeconds(8));
        bench.rows.remove("k");

        bench.ask(() -> pattern.read("k"));
        bench.tasks.run();

        assertThat(bench.memory.get("k")).isEmpty();
    }

    @Test
    void closingWaitsForRefreshesAndStartsNoMore() throws Exception {
        cachedSince(Duration.ofSeconds(8));
        bench.script.hold(CallKind.READ, Duration.ofSeconds(1));
        bench.ask(() -> pattern.read("k"));

        pattern.close();
        assertThat(heard).last().isEqualTo("ended k with 1");

        bench.pass(Duration.ofSeconds(8));
        bench.ask(() -> pattern.read("k"));
        bench.tasks.run();
        assertThat(heard).hasSize(2);
    }

    /**
     * A refresh selects the record; it is deleted, and its entry too; then the refresh sets what it
     * has.
     */
    private Versioned readAfterADeleteDuringARefresh(Strategy strategy) throws Exception {
        var refreshing = pattern(strategy);
        bench.rows.write("k", "old");
        bench.ask(() -> refreshing.read("k"));
        bench.pass(Duration.ofSeconds(8));
        bench.script.hold(CallKind.PUT, Duration.ofSeconds(1));
        bench.ask(() -> refreshing.read("k"));
        bench.tasks.run();
        bench.ask(() -> refreshing.delete("k"));
        bench.pass(Duration.ofSeconds(1));
        return bench.ask(() -> refreshing.read("k"));
    }

    @Test
    void aRefreshDoesNotBringADeletedEntryBack() throws Exception {
        assertThat(readAfterADeleteDuringARefresh(STRATEGY)).isEqualTo(new Versioned(2, null));
    }

    @Test
    void withoutTombstonesItStillDoesNot() throws Exception {
        assertThat(readAfterADeleteDuringARefresh(STRATEGY.without(Fix.TOMBSTONE)))
                .isEqualTo(new Versioned(2, null));
    }

    @Test
    void withoutExistingOnlyARefreshResurrectsTheEntry() throws Exception {
        assertThat(readAfterADeleteDuringARefresh(STRATEGY.without(Fix.EXISTING_ONLY)))
                .isEqualTo(new Versioned(1, "old"));
    }
}
