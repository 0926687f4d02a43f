package cachescope.engine.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cachescope.engine.event.Cause;
import cachescope.engine.port.Caller;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class LiveTasksTest {
    private static final Duration LONG = Duration.ofMinutes(10);

    private final LiveTasks tasks = new LiveTasks(7);
    private final BlockingQueue<Object> seen = new ArrayBlockingQueue<>(8);

    @AfterEach
    void close() {
        tasks.close();
    }

    @Test
    void startRunsTheBodyForTheGivenCaller() throws InterruptedException {
        var caller = Caller.request(3, "app-1", 100);
        tasks.start(caller, () -> seen.add(Caller.CURRENT.get())).join();
        assertThat(seen).containsExactly(caller);
    }

    @Test
    void forkRunsTheBodyForTheCallerOfTheTaskThatForks() throws InterruptedException {
        var caller = Caller.request(3, "app-1", 100);
        tasks.start(caller, () -> tasks.fork("child", () -> seen.add(Caller.CURRENT.get())).join())
                .join();
        assertThat(seen).containsExactly(caller);
    }

    @Test
    void forkOutsideOfAnyTaskHasNoCaller() throws InterruptedException {
        tasks.fork("dispatcher", () -> seen.add(Caller.CURRENT.isBound())).join();
        assertThat(seen).containsExactly(false);
    }

    @Test
    void threadsAreVirtualAndNamedByWhatTheyDo() throws InterruptedException {
        var background = Caller.background(new Cause.Background("flush", List.of()), "app-1");
        tasks.start(Caller.request(3, "app-1", 0), this::noteThread).join();
        tasks.start(background, this::noteThread).join();
        tasks.fork("refresh", this::noteThread).join();
        assertThat(seen).containsExactly("request-3 true", "flush true", "refresh true");
    }

    @Test
    void cancelEndsAWait() throws InterruptedException {
        var asleep = new CountDownLatch(1);
        var task =
                tasks.fork(
                        "sleeper",
                        () -> {
                            asleep.countDown();
                            tasks.sleep(LONG);
                            seen.add("woke up");
                        });
        asleep.await();
        task.cancel();
        task.join();
        assertThat(seen).isEmpty();
    }

    @Test
    void closeStopsAllTasksAndThoseTheyStartMeanwhile() throws InterruptedException {
        var waiting = new CountDownLatch(2);
        tasks.fork(
                "parent",
                () -> {
                    waiting.countDown();
                    try {
                        tasks.sleep(LONG);
                    } finally {
                        tasks.fork("late", () -> endOf("late"));
                        seen.add("parent");
                    }
                });
        tasks.fork(
                "other",
                () -> {
                    waiting.countDown();
                    endOf("other");
                });
        waiting.await();
        tasks.close();
        assertThat(seen).containsExactlyInAnyOrder("parent", "late", "other");
    }

    @Test
    void aTaskStartedAfterCloseIsToldToStopAtOnce() throws InterruptedException {
        tasks.close();
        tasks.fork("late", () -> endOf("late")).join();
        assertThat(seen).containsExactly("late");
    }

    @Test
    void closeLeavesWithTheInterruptSetWhenItIsInterruptedItself() throws InterruptedException {
        var release = new Semaphore(0);
        tasks.fork("stubborn", release::acquireUninterruptibly);
        var closing =
                Thread.ofPlatform()
                        .start(() -> {
                            Thread.currentThread().interrupt();
                            tasks.close();
                            seen.add(Thread.currentThread().isInterrupted());
                        });
        closing.join();
        release.release();
        assertThat(seen).containsExactly(true);
    }

    @Test
    void nowCountsFromTheStartAndNeverGoesBack() {
        long first = tasks.now();
        long second = tasks.now();
        assertThat(first).isNotNegative().isLessThan(TimeUnit.MINUTES.toNanos(1));
        assertThat(second).isGreaterThanOrEqualTo(first);
    }

    @Test
    void aStreamOfRandomNumbersIsGivenBySeedAndName() {
        var again = new LiveTasks(7);
        var other = new LiveTasks(8);
        long number = tasks.random("jitter").nextLong();
        assertThat(again.random("jitter").nextLong()).isEqualTo(number);
        assertThat(again.random("balancer").nextLong()).isNotEqualTo(number);
        assertThat(other.random("jitter").nextLong()).isNotEqualTo(number);
    }

    @Test
    void aMonitorWakesWhoWaitsForItsState() throws InterruptedException {
        var monitor = tasks.monitor();
        var count = new AtomicInteger();
        var waiter =
                tasks.fork(
                        "waiter",
                        () ->
                                monitor.when(() -> count.get() == 2, LONG, count::get)
                                        .ifPresent(seen::add));
        monitor.inside(count::incrementAndGet);
        monitor.inside(count::incrementAndGet);
        waiter.join();
        assertThat(seen).containsExactly(2);
    }

    @Test
    void aStepAfterAWaitWakesTheOthersToo() throws InterruptedException {
        var monitor = tasks.monitor();
        var count = new AtomicInteger();
        var second =
                tasks.fork(
                        "second",
                        () -> monitor.when(() -> count.get() == 2, LONG, count::incrementAndGet));
        var first =
                tasks.fork(
                        "first",
                        () -> monitor.when(() -> count.get() == 1, LONG, count::incrementAndGet));
        monitor.inside(count::incrementAndGet);
        first.join();
        second.join();
        assertThat(count).hasValue(3);
    }

    @Test
    void aWaitThatIsNotMetEndsEmptyWithoutItsStep() throws InterruptedException {
        var monitor = tasks.monitor();
        assertThat(monitor.when(() -> false, Duration.ofMillis(1), () -> seen.add("step")))
                .isEmpty();
        assertThat(monitor.when(() -> false, Duration.ZERO, () -> seen.add("step"))).isEmpty();
        assertThat(seen).isEmpty();
    }

    @Test
    void aWaitMayBeLongerThanNanosecondsCanCount() throws InterruptedException {
        var forever = Duration.ofSeconds(Long.MAX_VALUE);
        assertThat(tasks.monitor().when(() -> true, forever, () -> "done")).contains("done");
    }

    @Test
    void aStepThatThrowsLeavesTheMonitorOpen() {
        var monitor = tasks.monitor();
        assertThatThrownBy(() ->
                        monitor.inside(() -> {
                            throw new IllegalStateException("step");
                        }))
                .hasMessage("step");
        assertThat(monitor.inside(() -> "open")).isEqualTo("open");
    }

    private void noteThread() {
        seen.add(Thread.currentThread().getName() + " " + Thread.currentThread().isVirtual());
    }

    private void endOf(String name) throws InterruptedException {
        try {
            tasks.sleep(LONG);
        } finally {
            seen.add(name);
        }
    }
}
