package cachescope.engine.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cachescope.engine.event.CallKind;
import cachescope.engine.expiry.FixedExpiry;
import cachescope.engine.fixture.Workbench;
import cachescope.engine.port.DatabaseUnavailable;
import cachescope.engine.port.Versioned;
import cachescope.engine.port.faulty.Fault;
import cachescope.engine.strategy.OnWrite;
import cachescope.engine.strategy.Strategy;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CacheAsideTest {
    private final Workbench bench = new Workbench();

    private Pattern pattern(Strategy strategy) {
        return new CacheAside(bench.ports, new FixedExpiry(strategy.timeToLive()), strategy);
    }

    private final Pattern pattern = pattern(Strategy.DEFAULT);

    @Test
    void readFillsTheCacheAfterAMiss() throws Exception {
        bench.rows.write("k", "old");

        assertThat(bench.ask(() -> pattern.read("k"))).isEqualTo(new Versioned(1, "old"));
        assertThat(bench.script.calls()).containsExactly("GET k", "READ k", "PUT k");
        assertThat(bench.memory.get("k"))
                .get()
                .extracting("versioned")
                .isEqualTo(new Versioned(1, "old"));
    }

    @Test
    void aHitDoesNotAskTheDatabase() throws Exception {
        bench.rows.write("k", "old");
        bench.ask(() -> pattern.read("k"));
        bench.script.calls();

        assertThat(bench.ask(() -> pattern.read("k"))).isEqualTo(new Versioned(1, "old"));
        assertThat(bench.script.calls()).containsExactly("GET k");
    }

    @Test
    void anEntryIsGoneWhenItsTimeToLiveIsOver() throws Exception {
        bench.rows.write("k", "old");
        bench.ask(() -> pattern.read("k"));

        bench.pass(Duration.ofSeconds(59));
        assertThat(bench.memory.get("k")).isPresent();
        bench.pass(Duration.ofSeconds(1));
        assertThat(bench.memory.get("k")).isEmpty();
    }

    @Test
    void anEntryNotesWhenItsLoadBeganAndHowLongItTook() throws Exception {
        bench.rows.write("k", "old");
        bench.pass(Duration.ofNanos(100));
        bench.script.hold(CallKind.READ, Duration.ofNanos(30));

        bench.ask(() -> pattern.read("k"));

        var entry = bench.memory.get("k").orElseThrow();
        assertThat(entry.loadedAt()).isEqualTo(100);
        assertThat(entry.loadNanos()).isEqualTo(30);
        assertThat(entry.expiresAt()).isEqualTo(130 + Duration.ofSeconds(60).toNanos());
    }

    @Test
    void aWriteGoesToTheDatabaseAndThenDropsTheCopy() throws Exception {
        bench.rows.write("k", "old");
        bench.ask(() -> pattern.read("k"));
        bench.script.calls();

        assertThat(bench.ask(() -> pattern.write("k", "new"))).isEqualTo(2);
        assertThat(bench.script.calls()).containsExactly("WRITE k", "INVALIDATE k");
        assertThat(bench.memory.get("k")).isEmpty();
        assertThat(bench.ask(() -> pattern.read("k"))).isEqualTo(new Versioned(2, "new"));
    }

    @Test
    void aWriteSetsTheNewValueIfSoWanted() throws Exception {
        var updating = pattern(Strategy.DEFAULT.withOnWrite(OnWrite.UPDATE));

        bench.ask(() -> updating.write("k", "new"));

        assertThat(bench.script.calls()).containsExactly("WRITE k", "PUT k");
        assertThat(bench.memory.get("k"))
                .get()
                .extracting("versioned")
                .isEqualTo(new Versioned(1, "new"));
    }

    @Test
    void whereTheNewValueCannotBeSetTheCopyIsDropped() throws Exception {
        var updating = pattern(Strategy.DEFAULT.withOnWrite(OnWrite.UPDATE));
        bench.ask(() -> updating.write("k", "old"));
        bench.script.next(CallKind.PUT, new Fault.Refused("busy"));

        bench.ask(() -> updating.write("k", "new"));

        assertThat(bench.memory.get("k")).isEmpty();
        assertThat(bench.ask(() -> updating.read("k"))).isEqualTo(new Versioned(2, "new"));
    }

    @Test
    void aDeletedRecordIsAbsentWithTheVersionOfItsTombstone() throws Exception {
        bench.rows.write("k", "old");
        bench.ask(() -> pattern.read("k"));

        assertThat(bench.ask(() -> pattern.delete("k"))).isEqualTo(2);
        assertThat(bench.ask(() -> pattern.read("k"))).isEqualTo(new Versioned(2, null));
    }

    @Test
    void anAbsenceFillsNothing() throws Exception {
        assertThat(bench.ask(() -> pattern.read("k"))).isEqualTo(Versioned.NEVER);
        assertThat(bench.script.calls()).containsExactly("GET k", "READ k");
    }

    @Test
    void anAbsenceIsCachedForItsOwnTimeIfSoWanted() throws Exception {
        var caching = pattern(Strategy.DEFAULT.withNegativeTimeToLive(Duration.ofSeconds(5)));
        bench.ask(() -> caching.read("k"));
        bench.script.calls();

        bench.pass(Duration.ofSeconds(4));
        assertThat(bench.ask(() -> caching.read("k"))).isEqualTo(Versioned.NEVER);
        assertThat(bench.script.calls()).containsExactly("GET k");
        bench.pass(Duration.ofSeconds(1));
        bench.ask(() -> caching.read("k"));
        assertThat(bench.script.calls()).contains("READ k");
    }

    @Test
    void withTheCacheLostTheDatabaseServesReadsAndTakesWrites() throws Exception {
        bench.script.loseCache();

        assertThat(bench.ask(() -> pattern.write("k", "new"))).isEqualTo(1);
        assertThat(bench.ask(() -> pattern.read("k"))).isEqualTo(new Versioned(1, "new"));
        assertThat(bench.ask(() -> pattern.delete("k"))).isEqualTo(2);
    }

    @Test
    void aReaderThatLostTheCacheDoesNotTryToFillIt() throws Exception {
        bench.script.loseCache();

        bench.ask(() -> pattern.read("k"));

        assertThat(bench.script.calls()).containsExactly("GET k", "READ k");
    }

    @Test
    void aFillThatTheCacheDoesNotTakeCostsTheReaderNothing() throws Exception {
        bench.rows.write("k", "old");
        bench.script.next(CallKind.PUT, new Fault.Refused("busy"));

        assertThat(bench.ask(() -> pattern.read("k"))).isEqualTo(new Versioned(1, "old"));
    }

    @Test
    void whenTheCacheIsBackItIsUsedAgain() throws Exception {
        bench.rows.write("k", "old");
        bench.script.loseCache();
        bench.ask(() -> pattern.read("k"));
        bench.script.recover();

        bench.ask(() -> pattern.read("k"));

        assertThat(bench.memory.get("k")).isPresent();
    }

    @Test
    void withTheDatabaseLostAHitIsServedAndAMissFails() throws Exception {
        bench.rows.write("cached", "value");
        bench.ask(() -> pattern.read("cached"));
        bench.script.refuse(CallKind.READ, CallKind.WRITE, CallKind.DELETE);

        assertThat(bench.ask(() -> pattern.read("cached"))).isEqualTo(new Versioned(1, "value"));
        assertThatThrownBy(() -> bench.ask(() -> pattern.read("other")))
                .isInstanceOf(DatabaseUnavailable.class);
        assertThatThrownBy(() -> bench.ask(() -> pattern.write("cached", "new")))
                .isInstanceOf(DatabaseUnavailable.class);
        assertThatThrownBy(() -> bench.ask(() -> pattern.delete("cached")))
                .isInstanceOf(DatabaseUnavailable.class);
    }

    @Test
    void aWriteThatMayHaveBeenCommittedDropsTheCopyAndFails() throws Exception {
        bench.rows.write("k", "old");
        bench.ask(() -> pattern.read("k"));
        bench.script.next(CallKind.WRITE, new Fault.AnswerLost(Duration.ofSeconds(2)));

        assertThatThrownBy(() -> bench.ask(() -> pattern.write("k", "new")))
                .isInstanceOfSatisfying(
                        DatabaseUnavailable.class,
                        failure -> assertThat(failure.outcomeUnknown()).isTrue());
        assertThat(bench.ask(() -> pattern.read("k"))).isEqualTo(new Versioned(2, "new"));
    }

    @Test
    void aWriteThatWasRefusedLeavesTheCopy() throws Exception {
        bench.rows.write("k", "old");
        bench.ask(() -> pattern.read("k"));
        bench.script.next(CallKind.WRITE, new Fault.Refused("disk full"));

        assertThatThrownBy(() -> bench.ask(() -> pattern.write("k", "new")))
                .isInstanceOf(DatabaseUnavailable.class);
        assertThat(bench.memory.get("k")).isPresent();
    }

    @Test
    void aTimeToLiveOfZeroMeansForEver() throws Exception {
        var lasting = pattern(Strategy.DEFAULT.withTimeToLive(Duration.ZERO));
        bench.rows.write("k", "old");
        bench.ask(() -> lasting.read("k"));

        bench.pass(Duration.ofDays(900));

        assertThat(bench.memory.get("k")).isPresent();
    }
}
