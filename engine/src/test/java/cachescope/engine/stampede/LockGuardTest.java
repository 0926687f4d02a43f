package cachescope.engine.stampede;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cachescope.engine.event.CallKind;
import cachescope.engine.expiry.FixedExpiry;
import cachescope.engine.fixture.Workbench;
import cachescope.engine.pattern.CacheAside;
import cachescope.engine.pattern.Pattern;
import cachescope.engine.port.DatabaseUnavailable;
import cachescope.engine.port.LockTimedOut;
import cachescope.engine.port.Versioned;
import cachescope.engine.port.faulty.Fault;
import cachescope.engine.strategy.GuardName;
import cachescope.engine.strategy.OnLockTimeout;
import cachescope.engine.strategy.Strategy;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The guards that let one reader load by a lock or a lease, step by step. */
class LockGuardTest {
    private static final Versioned VALUE = new Versioned(1, "value");

    private final Workbench bench = new Workbench();
    private final Noted noted = new Noted();

    private static Strategy strategy(GuardName guard) {
        return Strategy.DEFAULT.withGuard(
                Strategy.DEFAULT
                        .guard()
                        .withName(guard)
                        .withLockTime(Duration.ofMillis(900))
                        .withLockWait(Duration.ofMillis(700)));
    }

    private Pattern pattern(Strategy strategy) {
        return new CacheAside(
                bench.guarded("app-1", strategy, noted),
                new FixedExpiry(strategy.timeToLive()),
                strategy);
    }

    private static Strategy failing(GuardName guard) {
        var strategy = strategy(guard);
        return strategy.withGuard(strategy.guard().withOnTimeout(OnLockTimeout.FAIL));
    }

    @Test
    void whoMissesTakesTheLockLooksOnceMoreLoadsAndReleases() throws Exception {
        bench.rows.write("k", "value");
        var pattern = pattern(strategy(GuardName.LOCK));

        assertThat(bench.ask(() -> pattern.read("k"))).isEqualTo(VALUE);
        assertThat(bench.script.calls())
                .containsExactly("GET k", "LOCK k", "GET k", "READ k", "PUT k", "RELEASE k");
        assertThat(bench.ask(() -> pattern.read("k"))).isEqualTo(VALUE);
        assertThat(bench.script.calls()).containsExactly("GET k");
        assertThat(noted.words()).isEmpty();
    }

    @Test
    void theFillEndsALease() throws Exception {
        bench.rows.write("k", "value");
        var pattern = pattern(strategy(GuardName.LEASE));

        bench.ask(() -> pattern.read("k"));

        assertThat(bench.script.calls())
                .containsExactly("GET k", "LOCK k", "GET k", "READ k", "PUT k");
        assertThat(bench.heldLeases.take("k", "another", Duration.ofSeconds(1))).isTrue();
    }

    @Test
    void aLeaseThatIsNotNeededIsGivenBack() throws Exception {
        var pattern = pattern(strategy(GuardName.LEASE));

        assertThat(bench.ask(() -> pattern.read("k"))).isEqualTo(Versioned.NEVER);

        assertThat(bench.script.calls())
                .containsExactly("GET k", "LOCK k", "GET k", "READ k", "RELEASE k");
    }

    @ParameterizedTest
    @EnumSource(names = {"LOCK", "LEASE"})
    void theOthersWaitForTheValueAndSayWhy(GuardName guard) throws Exception {
        bench.rows.write("k", "value");
        var pattern = pattern(strategy(guard));
        bench.script.hold(CallKind.READ, Duration.ofMillis(300));
        bench.begin(() -> pattern.read("k"));
        var waiting = bench.begin(() -> pattern.read("k"));

        bench.pass(Duration.ofMillis(299));
        assertThat(waiting.isOver()).isFalse();
        bench.pass(Duration.ofMillis(60));
        assertThat(waiting.answer()).isEqualTo(VALUE);
        var held = guard == GuardName.LOCK ? "the lock is held" : "the lease is held";
        assertThat(noted.words()).containsExactly("wait: " + held, "end of the wait since 0 ms");
        assertThat(bench.script.calls()).containsOnlyOnce("READ k");
    }

    @ParameterizedTest
    @EnumSource(names = {"LOCK", "LEASE"})
    void whoWaitsTakesTheTurnOfOneWhoseLoadFailed(GuardName guard) throws Exception {
        bench.rows.write("k", "value");
        var pattern = pattern(strategy(guard));
        bench.script.next(CallKind.READ, new Fault.Refused(Duration.ofMillis(100), "busy"));
        var failing = bench.begin(() -> pattern.read("k"));
        var waiting = bench.begin(() -> pattern.read("k"));

        bench.pass(Duration.ofMillis(200));
        assertThatThrownBy(failing::answer).isInstanceOf(DatabaseUnavailable.class);
        assertThat(waiting.answer()).isEqualTo(VALUE);
        assertThat(bench.memory.get("k")).isPresent();
    }

    @Test
    void whoHasWaitedLongEnoughLoadsWithoutTheLock() throws Exception {
        bench.rows.write("k", "value");
        var pattern = pattern(strategy(GuardName.LOCK));
        bench.heldLocks.take("k", "of a dead node", Duration.ofMinutes(1));

        var waiting = bench.begin(() -> pattern.read("k"));
        bench.pass(Duration.ofMillis(699));
        assertThat(waiting.isOver()).isFalse();
        bench.pass(Duration.ofMillis(1));

        assertThat(waiting.answer()).isEqualTo(VALUE);
        assertThat(bench.memory.get("k")).isPresent();
        assertThat(noted.words())
                .containsExactly(
                        "wait: the lock is held",
                        "end of the wait since 0 ms",
                        "gave up the wait since 0 ms");
    }

    @Test
    void whoHasWaitedLongEnoughForALeaseLoadsAndFillsNothing() throws Exception {
        bench.rows.write("k", "value");
        var pattern = pattern(strategy(GuardName.LEASE));
        bench.heldLeases.take("k", "of a dead node", Duration.ofMinutes(1));

        assertThat(bench.ask(() -> pattern.read("k"))).isEqualTo(VALUE);

        assertThat(bench.memory.get("k")).isEmpty();
        assertThat(bench.script.calls()).contains("READ k").doesNotContain("PUT k");
    }

    @ParameterizedTest
    @EnumSource(names = {"LOCK", "LEASE", "LOCKED_XFETCH"})
    void orItFails(GuardName guard) {
        bench.rows.write("k", "value");
        var pattern = pattern(failing(guard));
        bench.heldLocks.take("k", "of a dead node", Duration.ofMinutes(1));
        bench.heldLeases.take("k", "of a dead node", Duration.ofMinutes(1));

        assertThatThrownBy(() -> bench.ask(() -> pattern.read("k")))
                .isInstanceOf(LockTimedOut.class)
                .hasMessage(
                        "No value of k came within the 700 ms that a reader waits for another's load.");
        assertThat(bench.script.calls()).doesNotContain("READ k");
    }

    @Test
    void aLockOfADeadHolderEndsByItselfAndIsTaken() throws Exception {
        bench.rows.write("k", "value");
        var pattern = pattern(failing(GuardName.LOCK));
        bench.heldLocks.take("k", "of a dead node", Duration.ofMillis(500));

        var waiting = bench.begin(() -> pattern.read("k"));
        bench.pass(Duration.ofMillis(560));

        assertThat(waiting.answer()).isEqualTo(VALUE);
    }

    @Test
    void whoWaitsLooksLessAndLessOften() {
        var pattern = pattern(strategy(GuardName.LOCK));
        bench.heldLocks.take("k", "of a dead node", Duration.ofMinutes(1));
        bench.begin(() -> pattern.read("k"));
        bench.script.calls();

        bench.pass(Duration.ofMillis(155));
        assertThat(bench.script.calls()).filteredOn("LOCK k"::equals).hasSize(5);
        bench.pass(Duration.ofMillis(500));
        assertThat(bench.script.calls()).filteredOn("LOCK k"::equals).hasSize(5);
    }

    @Test
    void aLockIsExtendedEachThirdOfItsTimeWhileItsHolderLoads() throws Exception {
        bench.rows.write("k", "value");
        var pattern = pattern(strategy(GuardName.LOCK));
        bench.script.hold(CallKind.READ, Duration.ofSeconds(2));
        var reading = bench.begin(() -> pattern.read("k"));

        bench.pass(Duration.ofMillis(299));
        assertThat(bench.script.calls()).doesNotContain("EXTEND k");
        bench.pass(Duration.ofMillis(1_600));
        assertThat(bench.script.calls()).filteredOn("EXTEND k"::equals).hasSize(6);
        assertThat(bench.heldLocks.take("k", "another", Duration.ofSeconds(1))).isFalse();
        bench.pass(Duration.ofSeconds(1));
        assertThat(reading.answer()).isEqualTo(VALUE);
        assertThat(bench.script.calls()).doesNotContain("EXTEND k");
    }

    @Test
    void anExtensionThatFailsIsTriedAgain() {
        bench.rows.write("k", "value");
        var pattern = pattern(strategy(GuardName.LOCK));
        bench.script.hold(CallKind.READ, Duration.ofSeconds(2));
        bench.script.next(CallKind.EXTEND, new Fault.Refused("busy"));
        bench.begin(() -> pattern.read("k"));

        bench.pass(Duration.ofMillis(1_400));

        assertThat(bench.heldLocks.take("k", "another", Duration.ofSeconds(1))).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"LOCK", "LEASE"})
    void aTurnThatMayHaveBeenTakenIsGivenBackAndTheDatabaseServes(GuardName guard)
            throws Exception {
        bench.rows.write("k", "value");
        var pattern = pattern(strategy(guard));
        bench.script.next(CallKind.LOCK, new Fault.AnswerLost(Duration.ofMillis(10)));

        assertThat(bench.ask(() -> pattern.read("k"))).isEqualTo(VALUE);
        bench.tasks.run();

        assertThat(bench.script.calls()).containsExactly("GET k", "LOCK k", "READ k", "RELEASE k");
        assertThat(bench.ask(() -> pattern.read("k"))).isEqualTo(VALUE);
        assertThat(bench.script.calls()).contains("PUT k");
        assertThat(noted.words()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"LOCK", "LEASE"})
    void aReleaseThatFailsIsNoMatterToTheReader(GuardName guard) throws Exception {
        bench.rows.write("k", "value");
        var pattern = pattern(strategy(guard));
        bench.script.refuse(CallKind.RELEASE);

        assertThat(bench.ask(() -> pattern.read("k"))).isEqualTo(VALUE);
        assertThat(bench.ask(() -> pattern.read("absent"))).isEqualTo(Versioned.NEVER);
    }

    @Test
    void closingWaitsForReleasesInTheBackground() throws Exception {
        var pattern = pattern(strategy(GuardName.LOCK));
        bench.script.next(CallKind.LOCK, new Fault.AnswerLost(Duration.ofMillis(10)));
        bench.script.hold(CallKind.RELEASE, Duration.ofMillis(50));
        bench.ask(() -> pattern.read("k"));

        pattern.close();

        assertThat(bench.heldLocks.take("k", "another", Duration.ofSeconds(1))).isTrue();
    }
}
