package cachescope.engine.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cachescope.engine.event.Cause;
import cachescope.engine.fixture.Workbench;
import cachescope.engine.fixture.Workbench.Asked;
import cachescope.engine.port.PendingWrite;
import cachescope.engine.port.Versioned;
import cachescope.engine.port.WriteRejected;
import cachescope.engine.strategy.Strategy;
import cachescope.engine.strategy.WriteQueue;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class QueuedWritesTest {
    private static final Strategy STRATEGY =
            Strategy.DEFAULT.withWriteQueue(WriteQueue.DEFAULT.withCapacity(3).withBatch(2));

    private final Workbench bench = new Workbench();
    private final Heard heard = new Heard();
    private final QueuedWrites queue = new QueuedWrites(bench.tasks, STRATEGY, 7, heard);

    private PendingWrite add(String key, String value) throws Exception {
        return bench.ask(() -> queue.add(key, value));
    }

    private PendingWrite acknowledged(String key, String value) throws Exception {
        var write = add(key, value);
        queue.acknowledge(write);
        return write;
    }

    private List<PendingWrite> take() throws Exception {
        return bench.ask(queue::take);
    }

    @Test
    void versionsOfAKeyRiseByOneFromAboveTheHighest() throws Exception {
        assertThat(acknowledged("a", "one").version()).isEqualTo(8);
        assertThat(acknowledged("a", "two").version()).isEqualTo(9);
        assertThat(acknowledged("b", "one").version()).isEqualTo(8);
    }

    @Test
    void theFirstVersionIsAboveThatOfARecordWhichNobodyHasTouchedYet() {
        assertThat(new GivenVersions(0, 10).next("a")).isEqualTo(2);
    }

    @Test
    void aKeyThatIsForgottenStartsAboveAllThatWereForgotten() {
        var versions = new GivenVersions(7, 2);
        for (int version = 8; version <= 20; version++) {
            assertThat(versions.next("a")).isEqualTo(version);
        }
        versions.next("b");
        versions.next("c");

        assertThat(versions.next("a")).isEqualTo(21);
        assertThat(versions.next("d")).isEqualTo(21);
    }

    @Test
    void aWriteRemembersWhoAskedForIt() throws Exception {
        assertThat(add("a", "one").cause()).isEqualTo(new Cause.Request(0));
    }

    @Test
    void aWriteIsVisibleFromTheStartAndFlushedWhenItIsAcknowledged() throws Exception {
        var write = add("a", "one");
        assertThat(queue.find("a")).contains(write);
        var taking = bench.begin(queue::take);
        bench.pass(Duration.ofHours(1));
        assertThat(taking.isOver()).isFalse();

        queue.acknowledge(write);
        bench.pass(Duration.ofSeconds(1));

        assertThat(taking.answer()).containsExactly(write);
    }

    @Test
    void aDeleteIsVisibleAsAnAbsence() throws Exception {
        acknowledged("a", "one");
        var delete = bench.ask(() -> queue.add("a", null));

        assertThat(queue.find("a")).map(PendingWrite::versioned).contains(new Versioned(9, null));
        assertThat(delete.versioned().isPresent()).isFalse();
    }

    @Test
    void theLastWriteOfAKeyReplacesTheOneThatWaits() throws Exception {
        acknowledged("a", "one");
        var last = acknowledged("a", "two");

        assertThat(heard.words())
                .containsExactly(
                        "acknowledged a8, 1 pending",
                        "acknowledged a9, 1 pending",
                        "coalesced a8 by 9");
        assertThat(take()).containsExactly(last);
    }

    @Test
    void aWriteThatIsAcknowledgedAfterALaterOneIsOvertakenAtOnce() throws Exception {
        var slow = add("a", "one");
        var fast = add("a", "two");
        queue.acknowledge(fast);
        queue.acknowledge(slow);

        assertThat(heard.words())
                .containsExactly(
                        "acknowledged a9, 1 pending",
                        "acknowledged a8, 1 pending",
                        "coalesced a8 by 9");
        assertThat(queue.find("a")).contains(fast);
        assertThat(take()).containsExactly(fast);
    }

    @Test
    void aSlowWriteDoesNotComeBackAfterALaterOneWasFlushed() throws Exception {
        var slow = add("a", "one");
        acknowledged("a", "two");
        queue.committed(take());

        assertThat(queue.find("a")).isEmpty();
        queue.acknowledge(slow);
        assertThat(queue.find("a")).isEmpty();
        assertThat(heard.words()).last().isEqualTo("coalesced a8 by 9");
    }

    @Test
    void aBatchIsDueWhenItsEldestWriteHasWaitedForTheDelay() throws Exception {
        var first = acknowledged("a", "one");
        var taking = bench.begin(queue::take);

        bench.pass(Duration.ofMillis(999));
        assertThat(taking.isOver()).isFalse();
        bench.pass(Duration.ofMillis(1));
        assertThat(taking.answer()).containsExactly(first);
    }

    @Test
    void aFullBatchIsDueAtOnce() throws Exception {
        var taking = bench.begin(queue::take);
        acknowledged("a", "one");
        acknowledged("b", "one");
        bench.tasks.run();

        assertThat(taking.answer()).extracting(PendingWrite::key).containsExactly("a", "b");
    }

    @Test
    void aBatchTakesKeysInTheOrderOfTheirFirstWrite() throws Exception {
        acknowledged("a", "one");
        acknowledged("b", "one");
        acknowledged("c", "one");
        acknowledged("a", "two");

        assertThat(take()).extracting(PendingWrite::key).containsExactly("a", "b");
        assertThat(take()).extracting(PendingWrite::key).containsExactly("c");
    }

    @Test
    void whatIsBeingFlushedStaysVisibleUntilItIsCommitted() throws Exception {
        var write = acknowledged("a", "one");
        var batch = take();
        assertThat(queue.find("a")).contains(write);

        queue.committed(batch);
        assertThat(queue.find("a")).isEmpty();
        assertThat(queue.newestVersion("a")).isEqualTo(8);
    }

    @Test
    void aWriteDuringTheFlushOfItsKeyIsNotForgottenWithIt() throws Exception {
        acknowledged("a", "one");
        var batch = take();
        var later = acknowledged("a", "two");
        queue.committed(batch);

        assertThat(queue.find("a")).contains(later);
        assertThat(take()).containsExactly(later);
    }

    @Test
    void aDiscardedWriteIsNoLongerTheNewest() throws Exception {
        acknowledged("a", "one");
        queue.discard(take());

        assertThat(queue.find("a")).isEmpty();
        assertThat(queue.newestVersion("a")).isZero();
    }

    private Asked<PendingWrite> blockedWriter() throws Exception {
        for (var key : List.of("a", "b", "c")) {
            acknowledged(key, "one");
        }
        bench.pass(Duration.ofNanos(5));
        var writer = bench.begin(() -> queue.add("d", "one"));
        assertThat(writer.isOver()).isFalse();
        return writer;
    }

    @Test
    void aFullQueueBlocksTheWriterUntilThereIsRoom() throws Exception {
        var writer = blockedWriter();
        var batch = take();
        bench.tasks.run();
        assertThat(writer.isOver()).isFalse();

        queue.committed(batch);
        bench.tasks.run();

        assertThat(writer.answer().key()).isEqualTo("d");
        assertThat(heard.words()).contains("wait of d", "end of the wait of d since 5");
    }

    @Test
    void aKeyThatIsPendingNeedsNoRoom() throws Exception {
        blockedWriter();

        assertThat(acknowledged("a", "two").version()).isEqualTo(9);
    }

    private static String bytes(long count) {
        return "x".repeat(Math.toIntExact(count));
    }

    @Test
    void manyBytesBlockWritersOfAllKeysUntilThereIsRoom() throws Exception {
        acknowledged("a", bytes(QueuedWrites.BYTES_MAX - 1));
        bench.pass(Duration.ofNanos(5));
        var other = bench.begin(() -> queue.add("b", "one"));
        var same = bench.begin(() -> queue.add("a", "two"));
        assertThat(other.isOver() || same.isOver()).isFalse();

        queue.committed(take());
        bench.tasks.run();

        assertThat(other.answer().key()).isEqualTo("b");
        assertThat(same.answer().version()).isEqualTo(9);
        assertThat(heard.words()).contains("wait of b", "end of the wait of b since 5");
    }

    @Test
    void manyBytesAreDueAtOnce() throws Exception {
        acknowledged("a", bytes(QueuedWrites.BYTES_MAX));

        assertThat(take()).extracting(PendingWrite::key).containsExactly("a");
        assertThat(bench.tasks.now()).isZero();
    }

    @Test
    void aValueOfMoreBytesThanAllMayHaveIsLetIn() throws Exception {
        acknowledged("a", "one");

        assertThat(acknowledged("b", bytes(QueuedWrites.BYTES_MAX + 1)).version()).isEqualTo(8);
    }

    @Test
    void bytesAreFreeAgainHoweverTheirWritesEnd() throws Exception {
        var value = bytes(QueuedWrites.BYTES_MAX / 2 - 1);
        acknowledged("a", value);
        acknowledged("a", value);
        acknowledged("a", value);
        queue.discard(take());
        acknowledged("a", value);
        queue.requeue(take());
        queue.committed(take());
        acknowledged("a", value);
        acknowledged("b", value);

        assertThat(bench.begin(() -> queue.add("c", "one")).isOver()).isFalse();
        queue.kill();
        bench.tasks.run();
        assertThat(queue.drain()).hasSize(2);
    }

    @Test
    void aWriterThatWaitsCanBeStopped() throws Exception {
        blockedWriter();
        var running = bench.start(() -> queue.add("e", "one"));
        bench.tasks.run();

        running.task().cancel();
        bench.tasks.run();

        assertThat(running.asked().wasStopped()).isTrue();
        assertThat(heard.words()).last().isEqualTo("end of the wait of e since 5");
        assertThat(queue.find("e")).isEmpty();
    }

    @Test
    void closingRejectsWritersThatWaitAndAllLaterOnes() throws Exception {
        var writer = blockedWriter();
        queue.close();
        bench.tasks.run();

        assertThatThrownBy(writer::answer)
                .isInstanceOf(WriteRejected.class)
                .hasMessage("The write was rejected: the write-behind queue is closed.");
        assertThatThrownBy(() -> add("e", "one")).isInstanceOf(WriteRejected.class);
    }

    @Test
    void closingMakesEverythingDueAndThenEnds() throws Exception {
        acknowledged("a", "one");
        queue.close();

        var batch = take();
        assertThat(batch).hasSize(1);
        queue.committed(batch);
        assertThat(take()).isEmpty();
        assertThat(bench.tasks.now()).isZero();
    }

    @Test
    void closingWaitsForAWriterThatIsNotAcknowledgedYet() throws Exception {
        var write = add("a", "one");
        queue.close();
        var taking = bench.begin(queue::take);
        assertThat(taking.isOver()).isFalse();

        queue.acknowledge(write);
        bench.tasks.run();

        assertThat(taking.answer()).containsExactly(write);
    }

    @Test
    void whatIsLeftAfterAKillIsWhatWasAcknowledgedAndNotCommitted() throws Exception {
        acknowledged("a", "one");
        acknowledged("b", "one");
        take();
        acknowledged("a", "two");
        var late = add("c", "one");
        queue.kill();

        assertThatThrownBy(() -> queue.acknowledge(late)).isInstanceOf(WriteRejected.class);
        assertThat(queue.drain())
                .extracting(PendingWrite::versioned)
                .containsExactly(
                        new Versioned(8, "one"), new Versioned(8, "one"), new Versioned(9, "two"));
        assertThat(queue.drain()).isEmpty();
        assertThat(take()).isEmpty();
    }
}
