package cachescope.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.engine.fixture.TasksContract;
import cachescope.engine.port.Monitor;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import jdk.management.VirtualThreadSchedulerMXBean;
import org.junit.jupiter.api.Test;

class SimulatedTasksTest extends TasksContract {
    private final SimulatedTasks tasks = new SimulatedTasks(SEED);

    @Override
    protected SimulatedTasks tasks() {
        return tasks;
    }

    @Override
    protected SimulatedTasks tasks(long seed) {
        return new SimulatedTasks(seed);
    }

    @Test
    void aSleepTakesItsTimeToTheNanosecondAndNoRealTime() throws InterruptedException {
        tasks.fork("sleeper", () -> tasks.sleep(Duration.ofDays(365).plusNanos(1))).join();
        assertThat(tasks.now()).isEqualTo(Duration.ofDays(365).toNanos() + 1);
    }

    @Test
    void turnsAreTakenOnOneCarrierThread() {
        var scheduler = ManagementFactory.getPlatformMXBean(VirtualThreadSchedulerMXBean.class);
        assertThat(scheduler.getParallelism()).isEqualTo(1);
    }

    @Test
    void whoSleepsLessWakesFirst() throws InterruptedException {
        var order = new ArrayList<String>();
        var parent =
                tasks.fork(
                        "parent",
                        () -> {
                            for (int millis : new int[] {30, 10, 20}) {
                                tasks.fork(
                                        "child",
                                        () -> {
                                            tasks.sleep(Duration.ofMillis(millis));
                                            order.add(millis + " at " + tasks.now() / 1_000_000);
                                        });
                            }
                        });
        parent.join();
        tasks.sleep(Duration.ofMillis(40));
        assertThat(order).containsExactly("10 at 10", "20 at 20", "30 at 30");
    }

    @Test
    void ofTasksAtTheSameTimeTheSeedChooses() throws InterruptedException {
        var orders = IntStream.range(0, 200).mapToObj(SimulatedTasksTest::orderOfThree).distinct();
        assertThat(orders).hasSize(6);
        assertThat(orderOfThree(5)).isEqualTo(orderOfThree(5));
    }

    private static String orderOfThree(long seed) {
        var order = new StringBuilder();
        try (var three = new SimulatedTasks(seed)) {
            var parent =
                    three.fork(
                            "parent",
                            () -> {
                                for (var name : List.of("a", "b", "c")) {
                                    three.fork(name, () -> order.append(name));
                                }
                            });
            parent.join();
            three.sleep(Duration.ofNanos(1));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return order.toString();
    }

    @Test
    void aWaitEndsAtItsTimeIfNobodyTakesAStep() throws InterruptedException {
        var monitor = tasks.monitor();
        var ends = new ArrayList<Long>();
        var waiter =
                tasks.fork(
                        "waiter",
                        () -> {
                            var met =
                                    monitor.when(() -> false, Duration.ofMillis(5), () -> "never");
                            assertThat(met).isEmpty();
                            ends.add(tasks.now());
                        });
        waiter.join();
        assertThat(ends).containsExactly(5_000_000L);
    }

    @Test
    void aTaskThatFailsDoesNotHoldUpTheOthers() throws InterruptedException {
        var failing =
                tasks.fork(
                        "failing",
                        () -> {
                            Thread.currentThread()
                                    .setUncaughtExceptionHandler((_, failure) ->
                                            seen.add(String.valueOf(failure.getMessage())));
                            throw new IllegalStateException("a bug");
                        });
        var other =
                tasks.fork(
                        "other",
                        () -> {
                            tasks.sleep(Duration.ofMillis(1));
                            seen.add("other");
                        });
        failing.join();
        other.join();
        assertThat(seen.take()).isNotNull();
        assertThat(seen.take()).isNotNull();
    }

    @Test
    void guestsFromManyThreadsAndTasksNeverRunAtOnce() throws InterruptedException {
        var monitor = tasks.monitor();
        var counter = new Counter();
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < 4; i++) {
            threads.add(Thread.ofPlatform().start(() -> count(monitor, counter, 2_000)));
        }
        var task =
                tasks.fork(
                        "task",
                        () -> {
                            for (int i = 0; i < 2_000; i++) {
                                monitor.inside(counter::next);
                                tasks.sleep(Duration.ofNanos(1));
                            }
                        });
        for (var thread : threads) {
            thread.join();
        }
        task.join();
        assertThat(counter.value).isEqualTo(10_000);
    }

    /** Loses counts if two count at once. */
    private static final class Counter {
        private int value;

        int next() {
            int before = value;
            Thread.onSpinWait();
            value = before + 1;
            return value;
        }
    }

    private static void count(Monitor monitor, Counter counter, int times) {
        for (int i = 0; i < times; i++) {
            monitor.inside(counter::next);
        }
    }

    @Test
    void theSameSeedGivesTheSameStoryWhoeverLooksOnFromOutside() throws InterruptedException {
        for (long seed = 1; seed <= 50; seed++) {
            assertThat(story(seed, true)).as("seed %d", seed).isEqualTo(story(seed, false));
        }
        assertThat(story(1, false)).isNotEqualTo(story(2, false));
    }

    /** What some tasks do that draw, wait, signal and start others. */
    private static List<String> story(long seed, boolean watched) throws InterruptedException {
        var story = new ArrayList<String>();
        try (var tasks = new SimulatedTasks(seed)) {
            var monitor = tasks.monitor();
            var room = new AtomicInteger();
            var draws = new SplittableRandom(seed);
            var root =
                    tasks.fork(
                            "root",
                            () -> {
                                for (int i = 0; i < 30; i++) {
                                    int number = i;
                                    tasks.fork(
                                            "task",
                                            () -> {
                                                tasks.sleep(Duration.ofNanos(draws.nextInt(20)));
                                                monitor.when(
                                                        () -> room.get() < 3,
                                                        LONG,
                                                        room::incrementAndGet);
                                                story.add(number + " in at " + tasks.now());
                                                tasks.sleep(Duration.ofNanos(draws.nextInt(50)));
                                                monitor.inside(room::decrementAndGet);
                                                story.add(number + " out at " + tasks.now());
                                            });
                                    tasks.sleep(Duration.ofNanos(draws.nextInt(10)));
                                }
                                tasks.sleep(Duration.ofSeconds(1));
                            });
            for (int i = 0; watched && i < 50; i++) {
                monitor.inside(room::get);
            }
            root.join();
        }
        return story;
    }
}
