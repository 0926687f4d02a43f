package cachescope.engine.stampede;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.engine.event.CallKind;
import cachescope.engine.expiry.FixedExpiry;
import cachescope.engine.fixture.Workbench;
import cachescope.engine.pattern.CacheAside;
import cachescope.engine.pattern.Pattern;
import cachescope.engine.pattern.WriteThrough;
import cachescope.engine.port.Versioned;
import cachescope.engine.port.faulty.Fault;
import cachescope.engine.strategy.GuardName;
import cachescope.engine.strategy.Strategy;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The guards that load entries again that are still there, step by step. */
class EarlyGuardTest {
    private static final Versioned OLD = new Versioned(1, "old");
    private static final Versioned NEW = new Versioned(2, "new");

    private final Workbench bench = new Workbench();
    private final Noted noted = new Noted();

    private static Strategy strategy(GuardName guard) {
        return Strategy.DEFAULT
                .withTimeToLive(Duration.ofSeconds(10))
                .withGuard(Strategy.DEFAULT.guard().withName(guard));
    }

    private Pattern pattern(Strategy strategy) {
        return new CacheAside(
                bench.guarded("app-1", strategy, noted),
                new FixedExpiry(strategy.timeToLive()),
                strategy);
    }

    private Pattern cached(GuardName guard, Duration age) throws Exception {
        var pattern = pattern(strategy(guard));
        bench.rows.write("k", "old");
        bench.ask(() -> pattern.read("k"));
        bench.rows.write("k", "new");
        bench.pass(age);
        bench.script.calls();
        return pattern;
    }

    @ParameterizedTest
    @EnumSource(names = {"XFETCH", "TAUGHT_XFETCH", "LOCKED_XFETCH", "BACKGROUND"})
    void anEntryIsKeptForOneTimeToLiveBeyondItsExpiry(GuardName guard) throws Exception {
        cached(guard, Duration.ZERO);
        var entry = bench.memory.get("k").orElseThrow();

        assertThat(entry.expiresAt()).isEqualTo(Duration.ofSeconds(10).toNanos());
        assertThat(entry.keptUntil()).isEqualTo(Duration.ofSeconds(20).toNanos());
    }

    @ParameterizedTest
    @EnumSource(names = {"NONE", "LOCK", "LEASE"})
    void underTheOtherGuardsNothingIsServedPastItsExpiry(GuardName guard) throws Exception {
        cached(GuardName.BACKGROUND, Duration.ofSeconds(10));
        var next = pattern(strategy(guard));

        assertThat(bench.memory.get("k")).isPresent();
        assertThat(bench.ask(() -> next.read("k"))).isEqualTo(NEW);
        assertThat(bench.memory.get("k").orElseThrow().keptUntil())
                .isEqualTo(Duration.ofSeconds(20).toNanos());
    }

    @Test
    void theBackgroundGuardServesWhatHasExpiredWhileOneRefreshRuns() throws Exception {
        var pattern = cached(GuardName.BACKGROUND, Duration.ofSeconds(12));
        bench.script.hold(CallKind.READ, Duration.ofMillis(500));

        assertThat(bench.ask(() -> pattern.read("k"))).isEqualTo(OLD);
        bench.pass(Duration.ofMillis(100));
        assertThat(bench.ask(() -> pattern.read("k"))).isEqualTo(OLD);
        bench.pass(Duration.ofMillis(400));
        assertThat(bench.ask(() -> pattern.read("k"))).isEqualTo(NEW);

        assertThat(noted.words())
                .containsExactly(
                        "k1 served 2000 ms late",
                        "late load of k",
                        "k1 served 2100 ms late",
                        "load of k brought 2");
        assertThat(bench.script.calls()).containsOnlyOnce("READ k");
    }

    @Test
    void beforeTheExpiryTheBackgroundGuardDoesNothing() throws Exception {
        var pattern = cached(GuardName.BACKGROUND, Duration.ofMillis(9_999));

        assertThat(bench.ask(() -> pattern.read("k"))).isEqualTo(OLD);

        assertThat(bench.script.calls()).containsExactly("GET k");
        assertThat(noted.words()).isEmpty();
    }

    @Test
    void closingWaitsForTheRefreshInTheBackground() throws Exception {
        var pattern = cached(GuardName.BACKGROUND, Duration.ofSeconds(12));
        bench.script.hold(CallKind.READ, Duration.ofMillis(500));
        bench.ask(() -> pattern.read("k"));

        pattern.close();

        assertThat(noted.words()).endsWith("load of k brought 2");
    }

    @Test
    void aRefreshThatFailsLeavesTheEntryAndALaterReadAsksAgain() throws Exception {
        var pattern = cached(GuardName.BACKGROUND, Duration.ofSeconds(12));
        bench.script.next(CallKind.READ, new Fault.Refused("busy"));
        bench.ask(() -> pattern.read("k"));
        bench.tasks.run();
        assertThat(noted.words()).endsWith("load of k brought 0");

        assertThat(bench.ask(() -> pattern.read("k"))).isEqualTo(OLD);
        bench.tasks.run();
        assertThat(bench.ask(() -> pattern.read("k"))).isEqualTo(NEW);
    }

    @ParameterizedTest
    @EnumSource(names = {"XFETCH", "TAUGHT_XFETCH", "LOCKED_XFETCH"})
    void aReaderPastTheExpiryLoadsItself(GuardName guard) throws Exception {
        var pattern = cached(guard, Duration.ofSeconds(12));

        assertThat(bench.ask(() -> pattern.read("k"))).isEqualTo(NEW);

        assertThat(noted.words()).containsExactly("late load of k", "load of k brought 2");
        assertThat(bench.memory.get("k").orElseThrow().version()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(names = {"XFETCH", "TAUGHT_XFETCH", "LOCKED_XFETCH"})
    void ifTheDatabaseIsAwayItServesWhatItHas(GuardName guard) throws Exception {
        var pattern = cached(guard, Duration.ofSeconds(12));
        bench.script.refuse(CallKind.READ);

        assertThat(bench.ask(() -> pattern.read("k"))).isEqualTo(OLD);

        assertThat(noted.words())
                .containsExactly("late load of k", "load of k brought 0", "k1 served 2000 ms late");
    }

    /** A load that took longer than the time to live makes every draw early. */
    @ParameterizedTest
    @EnumSource(names = {"XFETCH", "LOCKED_XFETCH"})
    void anEarlyLoadIsToldAsOne(GuardName guard) throws Exception {
        var strategy = strategy(guard);
        var pattern = pattern(strategy.withGuard(strategy.guard().withBeta(1e6)));
        bench.rows.write("k", "old");
        bench.script.hold(CallKind.READ, Duration.ofMillis(500));
        bench.ask(() -> pattern.read("k"));
        bench.pass(Duration.ofSeconds(1));

        bench.ask(() -> pattern.read("k"));

        assertThat(noted.words()).containsExactly("early load of k", "load of k brought 1");
        assertThat(bench.memory.get("k").orElseThrow().loadedAt())
                .isEqualTo(Duration.ofMillis(1_500).toNanos());
    }

    @Test
    void whoLosesTheLockServesWhatItHas() throws Exception {
        var pattern = cached(GuardName.LOCKED_XFETCH, Duration.ofSeconds(12));
        bench.script.hold(CallKind.READ, Duration.ofMillis(500));
        var winner = bench.begin(() -> pattern.read("k"));

        assertThat(bench.ask(() -> pattern.read("k"))).isEqualTo(OLD);
        bench.pass(Duration.ofMillis(500));

        assertThat(winner.answer()).isEqualTo(NEW);
        assertThat(noted.words())
                .containsExactly("late load of k", "k1 served 2000 ms late", "load of k brought 2");
    }

    @Test
    void whoWinsTheLockTooLateServesWhatAnotherHasLoaded() throws Exception {
        var pattern = cached(GuardName.LOCKED_XFETCH, Duration.ofSeconds(12));
        bench.script.hold(CallKind.LOCK, Duration.ofMillis(300));
        var late = bench.begin(() -> pattern.read("k"));
        bench.ask(() -> pattern.read("k"));

        bench.pass(Duration.ofMillis(300));

        assertThat(late.answer()).isEqualTo(NEW);
        assertThat(bench.script.calls()).containsOnlyOnce("READ k");
    }

    @Test
    void whatAWriteHasSetIsLoadedEarlyByTheKeysLastLoad() throws Exception {
        var strategy = strategy(GuardName.XFETCH);
        var ports = bench.guarded("app-1", strategy, noted);
        var pattern = new WriteThrough(ports, new FixedExpiry(strategy.timeToLive()), strategy);
        bench.script.hold(CallKind.READ, Duration.ofMillis(500));
        bench.rows.write("k", "old");
        bench.ask(() -> pattern.read("k"));

        bench.ask(() -> pattern.write("k", "new"));

        assertThat(bench.memory.get("k").orElseThrow().loadNanos())
                .isEqualTo(Duration.ofMillis(500).toNanos());
    }

    @ParameterizedTest
    @EnumSource
    void withTheCacheLostTheDatabaseServesUnderEveryGuard(GuardName guard) throws Exception {
        var pattern = cached(guard, Duration.ofSeconds(12));
        bench.script.loseCache();

        assertThat(bench.ask(() -> pattern.read("k"))).isEqualTo(NEW);
        assertThat(bench.ask(() -> pattern.write("k", "newer"))).isEqualTo(3);

        bench.script.recover();
        assertThat(bench.ask(() -> pattern.read("k"))).isEqualTo(new Versioned(3, "newer"));
    }

    @ParameterizedTest
    @EnumSource
    void anAbsenceIsCachedUnderEveryGuard(GuardName guard) throws Exception {
        var strategy = strategy(guard).withNegativeTimeToLive(Duration.ofSeconds(5));
        var pattern = pattern(strategy);

        assertThat(bench.ask(() -> pattern.read("k"))).isEqualTo(Versioned.NEVER);
        bench.script.calls();
        assertThat(bench.ask(() -> pattern.read("k"))).isEqualTo(Versioned.NEVER);
        assertThat(bench.script.calls()).containsExactly("GET k");
        bench.ask(() -> pattern.write("k", "old"));
        assertThat(bench.ask(() -> pattern.read("k"))).isEqualTo(OLD);
    }
}
