package cachescope.engine.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cachescope.engine.event.CallKind;
import cachescope.engine.expiry.FixedExpiry;
import cachescope.engine.fixture.Workbench;
import cachescope.engine.port.PendingWrite;
import cachescope.engine.port.Versioned;
import cachescope.engine.port.WriteRejected;
import cachescope.engine.port.faulty.Fault;
import cachescope.engine.strategy.PatternName;
import cachescope.engine.strategy.Strategy;
import cachescope.engine.strategy.WriteQueue;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WriteBehindTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Strategy STRATEGY =
            Strategy.DEFAULT
                    .withPattern(PatternName.WRITE_BEHIND)
                    .withWriteQueue(new WriteQueue(SECOND, 3, 10, 3, Duration.ofMillis(100)));

    private final Workbench bench = new Workbench();
    private final Heard heard = new Heard();
    private final WriteBehind pattern = pattern(STRATEGY);

    private WriteBehind pattern(Strategy strategy) {
        var queue = new QueuedWrites(bench.tasks, strategy, 0, heard);
        var expiry = new FixedExpiry(strategy.timeToLive());
        return new WriteBehind(bench.ports, expiry, strategy, queue, heard, "app-1");
    }

    @Test
    void aWriteGoesToTheCacheAndIsAnsweredBeforeTheDatabaseHasIt() throws Exception {
        assertThat(bench.ask(() -> pattern.write("k", "value"))).isEqualTo(2);

        assertThat(bench.script.calls()).containsExactly("PUT k");
        assertThat(bench.memory.get("k"))
                .get()
                .extracting("versioned")
                .isEqualTo(new Versioned(2, "value"));
        assertThat(bench.rows.read("k")).isEqualTo(Versioned.NEVER);
    }

    @Test
    void theWorkerWritesItAfterTheDelay() throws Exception {
        bench.ask(() -> pattern.write("k", "value"));

        bench.pass(Duration.ofMillis(999));
        assertThat(bench.rows.read("k")).isEqualTo(Versioned.NEVER);
        bench.pass(Duration.ofMillis(1));
        assertThat(bench.rows.read("k")).isEqualTo(new Versioned(2, "value"));
        assertThat(heard.words())
                .containsExactly("acknowledged k2, 1 pending", "flushed [k2], 1 committed");
    }

    @Test
    void ofWritesToOneKeyOnlyTheLastReachesTheDatabase() throws Exception {
        for (var value : new String[] {"one", "two", "three"}) {
            bench.ask(() -> pattern.write("k", value));
        }
        bench.script.calls();
        bench.pass(SECOND);

        assertThat(bench.script.calls()).containsExactly("FLUSH k");
        assertThat(bench.rows.read("k")).isEqualTo(new Versioned(4, "three"));
        assertThat(heard.words()).last().isEqualTo("flushed [k4], 1 committed");
    }

    @Test
    void aDeleteIsFlushedAsATombstone() throws Exception {
        bench.rows.write("k", "old");
        bench.ask(() -> pattern.read("k"));

        assertThat(bench.ask(() -> pattern.delete("k"))).isEqualTo(2);
        assertThat(bench.memory.get("k")).isEmpty();
        assertThat(bench.ask(() -> pattern.read("k"))).isEqualTo(new Versioned(2, null));
        bench.pass(SECOND);
        assertThat(bench.rows.read("k")).isEqualTo(new Versioned(2, null));
        assertThat(bench.ask(() -> pattern.read("k"))).isEqualTo(new Versioned(2, null));
    }

    @Test
    void aReadSeesThePendingWriteThoughTheCacheHasLostIt() throws Exception {
        bench.rows.write("k", "old");
        bench.ask(() -> pattern.write("k", "new"));
        bench.memory.clear();

        assertThat(bench.ask(() -> pattern.read("k"))).isEqualTo(new Versioned(2, "new"));
        assertThat(heard.words()).last().isEqualTo("found k2");
    }

    @Test
    void withTheCacheLostReadsSeePendingWritesAndThenTheDatabase() throws Exception {
        bench.rows.write("other", "value");
        bench.script.loseCache();

        assertThat(bench.ask(() -> pattern.write("k", "new"))).isEqualTo(2);
        assertThat(bench.ask(() -> pattern.read("k"))).isEqualTo(new Versioned(2, "new"));
        assertThat(bench.ask(() -> pattern.read("other"))).isEqualTo(new Versioned(1, "value"));
        bench.pass(SECOND);
        assertThat(bench.ask(() -> pattern.read("k"))).isEqualTo(new Versioned(2, "new"));
    }

    @Test
    void aWriteThatTheCacheDidNotTakeDoesNotLeaveTheOldEntry() throws Exception {
        bench.rows.write("k", "old");
        bench.ask(() -> pattern.read("k"));
        bench.script.next(CallKind.PUT, new Fault.Refused("busy"));

        bench.ask(() -> pattern.write("k", "new"));
        bench.pass(SECOND);

        assertThat(bench.ask(() -> pattern.read("k"))).isEqualTo(new Versioned(2, "new"));
    }

    @Test
    void aReadThatMissesLoadsAndFills() throws Exception {
        bench.rows.write("k", "old");

        assertThat(bench.ask(() -> pattern.read("k"))).isEqualTo(new Versioned(1, "old"));
        assertThat(bench.memory.get("k")).isPresent();
    }

    @Test
    void aBatchThatFailsIsTriedAgainWithADoublingBackoff() throws Exception {
        bench.script
                .next(CallKind.FLUSH, new Fault.Refused("busy"))
                .next(CallKind.FLUSH, new Fault.Refused("busy"));
        bench.ask(() -> pattern.write("k", "value"));
        heard.words();

        bench.pass(SECOND);
        assertThat(heard.words())
                .containsExactly("attempt 1 of [k2] failed (busy), next in 100 ms");
        bench.pass(Duration.ofMillis(100));
        assertThat(heard.words())
                .containsExactly("attempt 2 of [k2] failed (busy), next in 200 ms");
        bench.pass(Duration.ofMillis(199));
        assertThat(heard.words()).isEmpty();
        bench.pass(Duration.ofMillis(1));
        assertThat(heard.words()).containsExactly("flushed [k2], 1 committed");
    }

    @Test
    void aLaterWriteOfAKeyComesAfterTheBatchThatIsBeingRetried() throws Exception {
        bench.script.next(CallKind.FLUSH, new Fault.Refused("busy"));
        bench.ask(() -> pattern.write("k", "one"));
        bench.pass(SECOND);
        bench.ask(() -> pattern.write("k", "two"));
        heard.words();

        bench.pass(Duration.ofSeconds(2));

        assertThat(heard.words())
                .containsExactly("flushed [k2], 1 committed", "flushed [k3], 1 committed");
        assertThat(bench.rows.read("k")).isEqualTo(new Versioned(3, "two"));
    }

    @Test
    void afterTheLastAttemptAWriteIsADeadLetterAndNoLongerServed() throws Exception {
        bench.rows.write("k", "old");
        bench.script.refuse(CallKind.FLUSH);
        bench.ask(() -> pattern.write("k", "new"));

        bench.pass(Duration.ofSeconds(2));

        assertThat(heard.words()).last().isEqualTo("gave k2 up after 3");
        assertThat(pattern.deadLetters().count()).isEqualTo(1);
        assertThat(pattern.deadLetters().kept())
                .singleElement()
                .satisfies(letter -> {
                    assertThat(letter.write().versioned()).isEqualTo(new Versioned(2, "new"));
                    assertThat(letter.attempts()).isEqualTo(3);
                    assertThat(letter.reason()).isEqualTo("connection refused");
                });
        assertThat(bench.ask(() -> pattern.read("k"))).isEqualTo(new Versioned(1, "old"));
        assertThat(bench.memory.get("k"))
                .get()
                .extracting("versioned")
                .isEqualTo(new Versioned(1, "old"));
    }

    @Test
    void deadLettersAreKeptAsFarAsThereIsRoomForTheirValues() throws Exception {
        bench.script.refuse(CallKind.FLUSH);
        var large = "x".repeat(Math.toIntExact(DeadLetters.BYTES_MAX * 2 / 3));
        bench.ask(() -> pattern.write("a", "small"));
        bench.ask(() -> pattern.write("b", large));
        bench.ask(() -> pattern.write("c", large));

        bench.pass(Duration.ofSeconds(2));

        assertThat(pattern.deadLetters().count()).isEqualTo(3);
        assertThat(pattern.deadLetters().kept())
                .extracting(letter -> letter.write().key())
                .containsExactly("c");
    }

    @Test
    void givenUpThePatternSaysWhichWritesAreLost() throws Exception {
        bench.ask(() -> pattern.write("a", "value"));

        pattern.abandon();

        assertThat(heard.words()).last().isEqualTo("lost a2");
        assertThatThrownBy(() -> bench.ask(() -> pattern.write("b", "value")))
                .isInstanceOf(WriteRejected.class);
    }

    @Test
    void afterADeadLetterTheNextBatchHasItsAttemptsAgain() throws Exception {
        bench.script.refuse(CallKind.FLUSH);
        bench.ask(() -> pattern.write("k", "new"));
        bench.pass(Duration.ofSeconds(2));
        bench.script.recover().next(CallKind.FLUSH, new Fault.Refused("busy"));
        heard.words();

        bench.ask(() -> pattern.write("k", "newer"));
        bench.pass(Duration.ofSeconds(2));

        assertThat(heard.words()).last().isEqualTo("flushed [k3], 1 committed");
    }

    @Test
    void aDeadLetterThatIsInTheDatabaseAfterAllIsNone() throws Exception {
        for (int attempt = 0; attempt < 3; attempt++) {
            bench.script.next(CallKind.FLUSH, new Fault.AnswerLost(Duration.ofMillis(10)));
        }
        bench.ask(() -> pattern.write("k", "new"));
        bench.pass(Duration.ofSeconds(3));

        assertThat(bench.rows.read("k")).isEqualTo(new Versioned(2, "new"));
        assertThat(pattern.deadLetters().count()).isZero();
    }

    @Test
    void aBatchWhoseAnswerWasLostIsCommittedOnce() throws Exception {
        bench.script.next(CallKind.FLUSH, new Fault.AnswerLost(Duration.ofMillis(10)));
        bench.ask(() -> pattern.write("k", "new"));
        bench.pass(Duration.ofSeconds(3));

        assertThat(heard.words()).last().isEqualTo("flushed [k2], 0 committed");
        assertThat(bench.rows.read("k")).isEqualTo(new Versioned(2, "new"));
    }

    @Test
    void closingFlushesWhatWaits() throws Exception {
        bench.ask(() -> pattern.write("a", "value"));
        bench.ask(() -> pattern.write("b", "value"));

        pattern.close();

        assertThat(bench.tasks.now()).isZero();
        assertThat(bench.rows.read("a")).isEqualTo(new Versioned(2, "value"));
        assertThat(bench.rows.read("b")).isEqualTo(new Versioned(2, "value"));
        assertThatThrownBy(() -> bench.ask(() -> pattern.write("k", "new")))
                .isInstanceOf(WriteRejected.class);
    }

    @Test
    void closingIsBoundedInTimeAndSaysWhatIsLost() throws Exception {
        var patient = pattern(STRATEGY.withWriteQueue(WriteQueue.DEFAULT.withAttempts(100)));
        bench.ask(() -> patient.write("k", "value"));
        bench.script.refuse(CallKind.FLUSH);

        patient.close();

        assertThat(bench.tasks.now()).isEqualTo(WriteBehind.CLOSE_WAIT_MAX.toNanos());
        assertThat(heard.words()).last().isEqualTo("lost k2");
    }

    @Test
    void aKilledWorkerSaysExactlyWhichAcknowledgedWritesAreLost() throws Exception {
        bench.ask(() -> pattern.write("flushed", "value"));
        bench.pass(SECOND);
        bench.ask(() -> pattern.write("a", "coalesced away"));
        bench.ask(() -> pattern.write("a", "value"));
        bench.ask(() -> pattern.write("b", "value"));
        heard.words();

        var lost = pattern.kill();

        assertThat(lost).extracting(PendingWrite::key).containsExactly("a", "b");
        assertThat(lost).extracting(PendingWrite::version).containsExactly(3L, 2L);
        assertThat(heard.words()).containsExactly("lost a3", "lost b2");
        assertThat(bench.memory.get("a")).isEmpty();
        bench.pass(Duration.ofMinutes(1));
        assertThat(bench.rows.read("a")).isEqualTo(Versioned.NEVER);
    }

    @Test
    void aBatchThatWasBeingRetriedIsLostWithTheWorker() throws Exception {
        bench.script.refuse(CallKind.FLUSH);
        bench.ask(() -> pattern.write("a", "value"));
        bench.pass(SECOND);
        bench.ask(() -> pattern.write("a", "later"));

        assertThat(pattern.kill()).extracting(PendingWrite::version).containsExactly(2L, 3L);
    }

    @Test
    void aBatchWhoseOutcomeIsUnknownAtTheKillIsLookedUp() throws Exception {
        bench.script.next(CallKind.FLUSH, new Fault.AnswerLost(Duration.ofSeconds(2)));
        bench.ask(() -> pattern.write("a", "value"));
        bench.pass(SECOND);
        bench.ask(() -> pattern.write("b", "value"));

        assertThat(pattern.kill()).extracting(PendingWrite::key).containsExactly("b");
        assertThat(bench.rows.read("a")).isEqualTo(new Versioned(2, "value"));
    }

    @Test
    void afterCloseAKillLosesNothing() throws Exception {
        bench.ask(() -> pattern.write("a", "value"));
        pattern.close();

        assertThat(pattern.kill()).isEmpty();
    }
}
