package cachescope.engine.stampede;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.engine.event.CallKind;
import cachescope.engine.expiry.FixedExpiry;
import cachescope.engine.fixture.Workbench;
import cachescope.engine.pattern.CacheAside;
import cachescope.engine.pattern.Pattern;
import cachescope.engine.port.Versioned;
import cachescope.engine.port.faulty.Fault;
import cachescope.engine.strategy.Fix;
import cachescope.engine.strategy.GuardName;
import cachescope.engine.strategy.Strategy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The races of guards. A, B and C are readers at nodes of their own, W writes. */
class GuardRacesTest {
    private static final Versioned OLD = new Versioned(1, "old");
    private static final Versioned NEW = new Versioned(2, "new");
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Workbench bench = new Workbench();

    private static Strategy strategy(GuardName guard) {
        return Strategy.DEFAULT
                .withTimeToLive(Duration.ofSeconds(10))
                .withGuard(
                        Strategy.DEFAULT
                                .guard()
                                .withName(guard)
                                .withLockTime(SECOND)
                                .withLockWait(Duration.ofSeconds(8)));
    }

    private Pattern node(String name, Strategy strategy) {
        return new CacheAside(
                bench.guarded(name, strategy, GuardListener.NONE),
                new FixedExpiry(strategy.timeToLive()),
                strategy);
    }

    private long loads() {
        return bench.script.calls().stream().filter("READ k"::equals).count();
    }

    /** A has the lock and loads for longer than that lasts; B waits for it. */
    private long loadsWhileALockExpires(Strategy strategy) {
        bench.rows.write("k", "old");
        var a = node("a", strategy);
        var b = node("b", strategy);
        bench.script.hold(CallKind.READ, SECOND.multipliedBy(3));
        bench.script.hold(CallKind.READ, SECOND.multipliedBy(3));
        bench.begin(() -> a.read("k"));
        bench.begin(() -> b.read("k"));
        bench.pass(Duration.ofMillis(2_900));
        return loads();
    }

    @Test
    void aLockThatIsRenewedOutlastsALongLoad() {
        assertThat(loadsWhileALockExpires(strategy(GuardName.LOCK))).isEqualTo(1);
    }

    @Test
    void withoutRenewalALockExpiresUnderItsHolder() {
        assertThat(loadsWhileALockExpires(strategy(GuardName.LOCK).without(Fix.LOCK_RENEWAL)))
                .isEqualTo(2);
    }

    /** A's lock expires, B takes it, A releases; C comes while B loads. A's fill is refused. */
    private long loadsAfterALateRelease(Strategy strategy) {
        bench.rows.write("k", "old");
        bench.script
                .hold(CallKind.READ, Duration.ofMillis(1_500))
                .hold(CallKind.READ, SECOND.multipliedBy(3))
                .next(CallKind.PUT, new Fault.Refused("busy"));
        for (var name : List.of("a", "b", "c")) {
            var node = node(name, strategy.without(Fix.LOCK_RENEWAL));
            bench.begin(() -> node.read("k"));
        }
        bench.pass(Duration.ofMillis(1_900));
        return loads();
    }

    @Test
    void aLateReleaseLeavesTheLockOfAnother() {
        assertThat(loadsAfterALateRelease(strategy(GuardName.LOCK))).isEqualTo(2);
    }

    @Test
    void aPlainDeleteReleasesTheLockOfAnother() {
        assertThat(loadsAfterALateRelease(strategy(GuardName.LOCK).without(Fix.COMPARE_AND_DELETE)))
                .isEqualTo(3);
    }

    /** B takes the lock or the lease and selects; W writes and drops the copy; then B sets. */
    private Versioned readAfterALockedStaleSet(Strategy strategy) throws Exception {
        bench.rows.write("k", "old");
        var reader = node("b", strategy);
        var writer = node("w", strategy);
        bench.script.hold(CallKind.PUT, SECOND);
        var reading = bench.begin(() -> reader.read("k"));
        bench.ask(() -> writer.write("k", "new"));
        bench.pass(SECOND);
        assertThat(reading.answer()).isEqualTo(OLD);
        return bench.ask(() -> writer.read("k"));
    }

    @Test
    void aLockDoesNotKeepItsHolderFromAStaleSet() throws Exception {
        var strategy = strategy(GuardName.LOCK).without(Fix.CHECKED_FILL);
        assertThat(readAfterALockedStaleSet(strategy)).isEqualTo(OLD);
    }

    @Test
    void underALockFillsAreCheckedAllTheSame() throws Exception {
        assertThat(readAfterALockedStaleSet(strategy(GuardName.LOCK))).isEqualTo(NEW);
    }

    @Test
    void aLeaseDoesWithoutCheckedFillsAndTombstones() throws Exception {
        var strategy = strategy(GuardName.LEASE).without(Fix.CHECKED_FILL, Fix.TOMBSTONE);
        assertThat(readAfterALockedStaleSet(strategy)).isEqualTo(NEW);
    }

    @Test
    void withoutALeaseThatStaleSetStays() throws Exception {
        var strategy = strategy(GuardName.NONE).without(Fix.CHECKED_FILL, Fix.TOMBSTONE);
        assertThat(readAfterALockedStaleSet(strategy)).isEqualTo(OLD);
    }

    /** A reload selects the record; W deletes it, and its entry too; then the reload sets. */
    private Versioned readAfterADeleteDuringAReload(Strategy strategy) throws Exception {
        bench.rows.write("k", "old");
        var node = node("a", strategy);
        bench.ask(() -> node.read("k"));
        bench.pass(Duration.ofSeconds(12));
        bench.script.hold(CallKind.PUT, SECOND);
        bench.begin(() -> node.read("k"));
        bench.ask(() -> node.delete("k"));
        bench.pass(SECOND);
        return bench.ask(() -> node.read("k"));
    }

    @ParameterizedTest
    @EnumSource(names = {"XFETCH", "TAUGHT_XFETCH", "LOCKED_XFETCH", "BACKGROUND"})
    void aReloadDoesNotBringADeletedEntryBack(GuardName guard) throws Exception {
        assertThat(readAfterADeleteDuringAReload(strategy(guard)))
                .isEqualTo(new Versioned(2, null));
    }

    @ParameterizedTest
    @EnumSource(names = {"XFETCH", "TAUGHT_XFETCH", "LOCKED_XFETCH", "BACKGROUND"})
    void withoutExistingOnlyAReloadResurrectsTheEntry(GuardName guard) throws Exception {
        assertThat(readAfterADeleteDuringAReload(strategy(guard).without(Fix.EXISTING_ONLY)))
                .isEqualTo(OLD);
    }

    /** So many readers of three nodes come at once for a key that has expired. */
    private long loadsOfAHerd(GuardName guard) throws Exception {
        bench.rows.write("k", "old");
        var strategy = strategy(guard);
        var nodes = List.of(node("a", strategy), node("b", strategy), node("c", strategy));
        bench.ask(() -> nodes.getFirst().read("k"));
        bench.pass(Duration.ofSeconds(10));
        bench.script.calls();
        for (int i = 0; i < 30; i++) {
            bench.script.hold(CallKind.READ, Duration.ofMillis(500));
        }
        var readers = new ArrayList<Workbench.Asked<Versioned>>();
        for (int i = 0; i < 30; i++) {
            var node = nodes.get(i % 3);
            readers.add(bench.begin(() -> node.read("k")));
        }
        bench.pass(SECOND);
        for (var reader : readers) {
            assertThat(reader.answer()).isEqualTo(OLD);
        }
        return loads();
    }

    @ParameterizedTest
    @EnumSource(names = {"LOCK", "LEASE", "LOCKED_XFETCH"})
    void ofAHerdOverAllNodesOneLoads(GuardName guard) throws Exception {
        assertThat(loadsOfAHerd(guard)).isEqualTo(1);
    }

    @Test
    void withoutAGuardTheWholeHerdLoads() throws Exception {
        assertThat(loadsOfAHerd(GuardName.NONE)).isEqualTo(30);
    }
}
