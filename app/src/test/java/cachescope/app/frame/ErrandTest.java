package cachescope.app.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ErrandTest {

    @Test
    void whatCameOfItIsTakenOnce() {
        var errand = new Errand<String>(Runnable::run);
        assertThat(errand.take()).isEmpty();
        assertThat(errand.begin(() -> "done")).isTrue();
        assertThat(errand.take()).contains("done");
        assertThat(errand.take()).isEmpty();
    }

    @Test
    void nothingBeginsWhileSomethingIsDoneOrWaitsToBeTaken() {
        var waiting = new ArrayDeque<Runnable>();
        var errand = new Errand<String>(waiting::add);
        assertThat(errand.begin(() -> "first")).isTrue();
        assertThat(errand.begin(() -> "second")).isFalse();
        waiting.remove().run();
        assertThat(errand.begin(() -> "second")).isFalse();
        assertThat(errand.take()).contains("first");
        assertThat(errand.begin(() -> "second")).isTrue();
        assertThat(waiting).hasSize(1);
    }

    @Test
    void itIsDoneElsewhere() {
        var thread = new CompletableFuture<Thread>();
        new Errand<String>()
                .begin(() -> {
                    thread.complete(Thread.currentThread());
                    return "";
                });
        assertThat(thread.join().isVirtual()).isTrue();
    }
}
