package cachescope.engine.event;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventLogTest {
    private static final int BLOCKS = 20;
    private static final int EVENTS = BLOCKS * Block.EVENTS;

    @TempDir Path folder;

    static LongStream seeds() {
        var given = Long.getLong("seed");
        return given != null ? LongStream.of(given) : LongStream.rangeClosed(1, 2);
    }

    @Test
    void eventsAreNumberedInTheOrderOfAppending() {
        var log = new EventLog();

        log.append(seq -> recovered(seq, 10));
        log.append(seq -> recovered(seq, 5));

        assertThat(read(log, 0, 10)).containsExactly(recovered(0, 10), recovered(1, 5));
        assertThat(log.size()).isEqualTo(2);
        assertThat(log.lastAt()).isEqualTo(10);
    }

    @Test
    void anEventWithAnotherNumberIsRefused() {
        var log = new EventLog();

        assertThatThrownBy(() -> log.append(seq -> recovered(seq + 1, 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("event carries seq 1: expected 0");
        assertThat(log.size()).isZero();
    }

    @Test
    void nothingComesAfterTheEnd() {
        var log = new EventLog();
        log.end(seq -> recovered(seq, 1));
        log.append(seq -> recovered(seq, 2));
        assertThat(read(log, 0, 10)).containsExactly(recovered(0, 1));
    }

    @Test
    void observersSeeEachEventInOrderAndComeBeforeTheFirst() {
        var log = new EventLog();
        var seen = new ArrayList<String>();
        log.observe(event -> seen.add("first " + event.seq()));
        log.observe(event -> seen.add("second " + event.seq()));

        log.append(seq -> recovered(seq, 0));
        log.append(seq -> recovered(seq, 0));

        assertThat(log.between(() -> List.copyOf(seen)))
                .containsExactly("first 0", "second 0", "first 1", "second 1");
        assertThatThrownBy(() -> log.observe(_ -> {})).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void readingHandsOnAtMostWhatWasAskedFor() {
        var log = new EventLog(History.NONE, 10 * Block.EVENTS);
        fill(log, 3 * Block.EVENTS);

        var part = read(log, Block.EVENTS - 2, 4);

        assertThat(part).extracting(Event::seq).containsExactly(1022L, 1023L, 1024L, 1025L);
        assertThat(read(log, log.size(), 4)).isEmpty();
    }

    @Test
    void withoutHistoryTheOldestEventsAreLetGo() {
        var log = new EventLog(History.NONE, 2 * Block.EVENTS);
        fill(log, 10 * Block.EVENTS);

        assertThat(log.firstSeq()).isGreaterThan(0).isLessThanOrEqualTo(8L * Block.EVENTS);
        assertThat(read(log, 0, 1)).extracting(Event::seq).containsExactly(log.firstSeq());
    }

    @Test
    void memoryHoldsFewerEventsWhereKeysAreLong() {
        var log = new EventLog(History.NONE, 10 * Block.EVENTS);
        var key = "k".repeat((int) (EventLog.WINDOW_CHARACTERS / Block.EVENTS));
        for (int i = 0; i < 3 * Block.EVENTS; i++) {
            log.append(seq -> new Event.RequestStarted(seq, seq, seq, Operation.READ, key, seq));
        }

        assertThat(log.firstSeq()).isEqualTo(Block.EVENTS);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void withHistoryEveryEventCanBeReadWhereverItIs(long seed) {
        var random = new SplittableRandom(seed);
        var events = randomEvents(seed);
        try (var log = new EventLog(History.SPILL, Block.EVENTS, folder)) {
            for (var event : events) {
                log.append(_ -> event);
            }

            assertThat(read(log, 0, EVENTS)).isEqualTo(events);
            for (int i = 0; i < 50; i++) {
                int from = random.nextInt(EVENTS);
                int max = random.nextInt(3 * Block.EVENTS);
                assertThat(read(log, from, max))
                        .isEqualTo(events.subList(from, Math.min(EVENTS, from + max)));
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aTimeIsFoundWhereNoEarlierEventTookEffectAtItOrLater(long seed) {
        var random = new SplittableRandom(seed);
        try (var log = new EventLog(History.SPILL, Block.EVENTS, folder)) {
            var times = new ArrayList<Long>();
            for (int i = 0; i < EVENTS; i++) {
                long at = i * 10L + random.nextInt(500);
                times.add(at);
                log.append(seq -> recovered(seq, at));
            }
            var wanted =
                    random.longs(200, 0, EVENTS * 10L + 1000)
                            .boxed()
                            .collect(toCollection(ArrayList::new));
            for (int block = 1; block <= BLOCKS; block++) {
                wanted.add(Collections.max(times.subList(0, block * Block.EVENTS)));
            }
            for (long at : wanted) {
                long expected = 0;
                while (expected < EVENTS && times.get((int) expected) < at) {
                    expected++;
                }
                assertThat(log.firstSeqAtOrAfter(at)).as("at %d", at).isEqualTo(expected);
            }
        }
    }

    @Test
    void manyTasksAppendAndOthersReadWithoutGapOrTear()
            throws InterruptedException, ExecutionException {
        try (var log = new EventLog(History.SPILL, 2 * Block.EVENTS, folder);
                var tasks = Executors.newCachedThreadPool()) {
            var order = new ArrayList<Long>();
            log.observe(event -> order.add(event.seq()));
            var readers = new ArrayList<Future<Long>>();
            for (int i = 0; i < 2; i++) {
                readers.add(tasks.submit(() -> follow(log)));
            }
            for (int i = 0; i < 8; i++) {
                tasks.execute(() -> fill(log, EVENTS / 8));
            }
            for (var reader : readers) {
                assertThat(reader.get()).isEqualTo(EVENTS);
            }
            assertThat(order).isEqualTo(LongStream.range(0, EVENTS).boxed().toList());
        }
    }

    @Test
    void theTemporaryFileIsPrivateAndGoneAfterwards() throws IOException {
        try (var log = new EventLog(History.SPILL, Block.EVENTS, folder)) {
            fill(log, EVENTS);
            try (var files = Files.list(folder)) {
                assertThat(files).allSatisfy(EventLogTest::assertPrivate);
            }
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aLogThatCannotSpillSaysSoOnceAndKeepsEverything()
            throws InterruptedException, ExecutionException, TimeoutException {
        var told = new CompletableFuture<String>();
        try (var log = new EventLog(History.SPILL, Block.EVENTS, folder.resolve("none"))) {
            log.onFailure(told::complete);
            fill(log, EVENTS);

            assertThat(told.get(10, TimeUnit.SECONDS))
                    .contains("cannot be written")
                    .doesNotContain("\n");
            assertThat(log.failure()).contains(told.get());
            assertThat(read(log, 0, EVENTS)).hasSize(EVENTS);
        }
    }

    private static void assertPrivate(Path file) {
        assertThat(file.toFile().canRead()).isTrue();
        try {
            assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    private static long follow(EventLog log) {
        var cursor = new long[1];
        while (cursor[0] < EVENTS) {
            log.read(
                    cursor[0],
                    700,
                    event -> {
                        assertThat(event.seq()).isEqualTo(cursor[0]);
                        cursor[0]++;
                    });
            Thread.onSpinWait();
        }
        return cursor[0];
    }

    private static void fill(EventLog log, int events) {
        for (int i = 0; i < events; i++) {
            log.append(seq -> recovered(seq, seq * 10));
        }
    }

    private static List<Event> randomEvents(long seed) {
        var random = new RandomEvents(new SplittableRandom(seed));
        return LongStream.range(0, EVENTS).mapToObj(random::next).toList();
    }

    private static List<Event> read(EventLog log, long from, int max) {
        var events = new ArrayList<Event>();
        log.read(from, max, events::add);
        return events;
    }

    private static Event recovered(long seq, long at) {
        return new Event.TierRecovered(seq, at, Tier.REDIS);
    }
}
