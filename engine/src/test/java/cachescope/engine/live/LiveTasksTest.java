package cachescope.engine.live;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.engine.event.Cause;
import cachescope.engine.fixture.TasksContract;
import cachescope.engine.port.Caller;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LiveTasksTest extends TasksContract {
    private final LiveTasks tasks = new LiveTasks(SEED);

    @Override
    protected LiveTasks tasks() {
        return tasks;
    }

    @Override
    protected LiveTasks tasks(long seed) {
        return new LiveTasks(seed);
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

    private void noteThread() {
        seen.add(Thread.currentThread().getName() + " " + Thread.currentThread().isVirtual());
    }
}
