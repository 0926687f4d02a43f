package cachescope.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cachescope.engine.event.Event;
import cachescope.engine.event.EventLog;
import cachescope.engine.event.History;
import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.Glob;
import cachescope.engine.port.KeySpace;
import cachescope.engine.port.KeySpace.Scope;
import cachescope.engine.port.StoredKey;
import cachescope.engine.strategy.Strategy;
import cachescope.engine.structure.NewestList;
import cachescope.engine.structure.Structures;
import cachescope.engine.traffic.generator.GeneratedTraffic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class StructuresOfRunTest {
    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void whoTriesStructuresOutChangesNothingInASimulatedRun() throws Exception {
        var alone = events(_ -> {});
        var beside =
                events(run -> {
                    for (int i = 0; i < 50; i++) {
                        add(run.structures());
                        assertThat(stored(run, "structure:*")).hasSize(1);
                    }
                });
        assertThat(beside).hasSizeGreaterThan(5_000).isEqualTo(alone);
    }

    @Test
    void structuresOfASimulatedRunHaveATimeOfTheirOwn() throws Exception {
        try (var log = log();
                var run = Run.prepare(plan(), new SimulatedWorld(), log)) {
            var structures = run.structures();
            add(structures);
            structures.tasks().sleep(HOUR);
            assertThat(stored(run, "structure:*")).isEmpty();
        }
    }

    @Test
    void aLiveRunTakesItsStructuresWithItAndNoMoreAfterwards() throws Exception {
        try (var world = LiveWorld.open(LiveOptions.BUNDLED);
                var log = log();
                var other = log()) {
            var run = Run.prepare(plan(), world, log);
            run.start();
            run.await();
            var structures = run.structures();
            add(structures);
            assertThat(stored(run, "structure:orders")).hasSize(1);
            assertThat(stored(run, "*")).hasSizeGreaterThan(40);
            run.close();
            assertThatThrownBy(() -> add(structures))
                    .hasCauseInstanceOf(CacheUnavailable.class)
                    .hasMessageContaining(
                            "The run is closed, and what it had in Redis is removed.");
            try (var next = Run.prepare(plan(), world, other)) {
                assertThat(
                                next.keySpace()
                                        .page(Scope.ALL, new Glob("*"), KeySpace.START, 50)
                                        .total())
                        .isZero();
            }
        }
    }

    private static List<Event> events(Consumer<Run> meanwhile) throws Exception {
        try (var log = log();
                var run = Run.prepare(plan(), new SimulatedWorld(), log)) {
            run.start();
            meanwhile.accept(run);
            run.await();
            var events = new ArrayList<Event>();
            log.read(0, Integer.MAX_VALUE, events::add);
            return events;
        }
    }

    private static EventLog log() {
        return new EventLog(History.NONE, EventLog.WINDOW_EVENTS);
    }

    private static Plan plan() {
        return Plan.of(Strategy.DEFAULT, GeneratedTraffic.flashSale(3, 2_000, HOUR));
    }

    private static void add(Structures structures) {
        try {
            new NewestList(structures.store(), "orders", 100, HOUR).add("an order");
        } catch (CacheUnavailable lost) {
            throw new IllegalStateException(lost.getMessage(), lost);
        }
    }

    private static List<StoredKey> stored(Run run, String pattern) {
        try {
            return run.keySpace().page(Scope.RUN, new Glob(pattern), KeySpace.START, 50).keys();
        } catch (CacheUnavailable lost) {
            throw new IllegalStateException(lost);
        }
    }
}
