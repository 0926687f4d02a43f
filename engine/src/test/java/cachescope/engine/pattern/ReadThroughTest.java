package cachescope.engine.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cachescope.engine.event.CallKind;
import cachescope.engine.expiry.FixedExpiry;
import cachescope.engine.fixture.Workbench;
import cachescope.engine.port.DatabaseUnavailable;
import cachescope.engine.port.Versioned;
import cachescope.engine.port.faulty.Fault;
import cachescope.engine.strategy.Strategy;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReadThroughTest {
    private final Workbench bench = new Workbench();
    private final Pattern pattern = pattern(Strategy.DEFAULT);

    private Pattern pattern(Strategy strategy) {
        return new ReadThrough(bench.ports, new FixedExpiry(strategy.timeToLive()), strategy);
    }

    @Test
    void theCacheLoadsWhatItDoesNotHaveAndKeepsIt() throws Exception {
        bench.rows.write("k", "old");

        assertThat(bench.ask(() -> pattern.read("k"))).isEqualTo(new Versioned(1, "old"));
        assertThat(bench.ask(() -> pattern.read("k"))).isEqualTo(new Versioned(1, "old"));
        assertThat(bench.script.calls()).containsExactly("GET k", "READ k", "PUT k", "GET k");
    }

    @Test
    void aWriteGoesToTheDatabaseAndDropsTheCopy() throws Exception {
        bench.ask(() -> pattern.write("k", "old"));
        bench.ask(() -> pattern.read("k"));
        bench.script.calls();

        assertThat(bench.ask(() -> pattern.write("k", "new"))).isEqualTo(2);
        assertThat(bench.script.calls()).containsExactly("WRITE k", "INVALIDATE k");
        assertThat(bench.ask(() -> pattern.read("k"))).isEqualTo(new Versioned(2, "new"));
    }

    @Test
    void aDeletedRecordIsAbsent() throws Exception {
        bench.ask(() -> pattern.write("k", "old"));
        bench.ask(() -> pattern.read("k"));

        assertThat(bench.ask(() -> pattern.delete("k"))).isEqualTo(2);
        assertThat(bench.ask(() -> pattern.read("k"))).isEqualTo(new Versioned(2, null));
    }

    @Test
    void anAbsenceIsCachedIfSoWanted() throws Exception {
        var caching = pattern(Strategy.DEFAULT.withNegativeTimeToLive(Duration.ofSeconds(5)));
        bench.ask(() -> caching.read("k"));
        bench.script.calls();

        assertThat(bench.ask(() -> caching.read("k"))).isEqualTo(Versioned.NEVER);
        assertThat(bench.script.calls()).containsExactly("GET k");
    }

    @Test
    void withTheStoreLostTheCacheAnswersFromItsLoader() throws Exception {
        bench.script.loseCache();

        assertThat(bench.ask(() -> pattern.write("k", "new"))).isEqualTo(1);
        assertThat(bench.ask(() -> pattern.read("k"))).isEqualTo(new Versioned(1, "new"));
    }

    @Test
    void withTheDatabaseLostAHitIsServedAndAMissFails() throws Exception {
        bench.ask(() -> pattern.write("cached", "value"));
        bench.ask(() -> pattern.read("cached"));
        bench.script.refuse(CallKind.READ);

        assertThat(bench.ask(() -> pattern.read("cached"))).isEqualTo(new Versioned(1, "value"));
        assertThatThrownBy(() -> bench.ask(() -> pattern.read("other")))
                .isInstanceOf(DatabaseUnavailable.class);
    }

    @Test
    void aDeleteThatMayHaveBeenCommittedDropsTheCopyAndFails() throws Exception {
        bench.ask(() -> pattern.write("k", "old"));
        bench.ask(() -> pattern.read("k"));
        bench.script.next(CallKind.DELETE, new Fault.AnswerLost(Duration.ofSeconds(2)));

        assertThatThrownBy(() -> bench.ask(() -> pattern.delete("k")))
                .isInstanceOf(DatabaseUnavailable.class);
        assertThat(bench.ask(() -> pattern.read("k"))).isEqualTo(new Versioned(2, null));
    }
}
