package cachescope.app.lru;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.SynchronousQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class ErrandTest {
    private final SynchronousQueue<String> done = new SynchronousQueue<>();
    private final Errand<String, String> errand = new Errand<>(this::fulfil);

    private Optional<String> fulfil(String wish) {
        if (wish.equals("broken")) {
            throw new UncheckedIOException("the log is gone", new IOException());
        }
        try {
            done.put(wish);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return Optional.of(wish);
    }

    @Test
    void whatFailedOnceIsForgottenWhenSomethingElseIsAskedFor() throws Exception {
        errand.order("broken");
        while (errand.failure().isEmpty()) {
            Thread.onSpinWait();
        }
        assertThat(errand.failure()).contains("the log is gone");

        errand.order("whole");
        assertThat(done.take()).isEqualTo("whole");
        assertThat(errand.failure()).isEmpty();
    }
}
