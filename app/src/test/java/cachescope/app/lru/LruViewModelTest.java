package cachescope.app.lru;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.app.fixture.Frames;
import cachescope.app.fixture.SyntheticLog;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LruViewModelTest {
    private final LruViewModel model = new LruViewModel();

    @Test
    @Timeout(30)
    void whileTheLogIsStillReadForTheMomentItIsSaidSo() {
        var log = SyntheticLog.of(1, 200_000, 1_000, 4);
        model.show(Frames.at(log, log.lastAt()));
        for (int frame = 0; frame <= LruViewModel.PATIENCE_FRAMES; frame++) {
            model.look(true);
        }
        assertThat(model.noteProperty().get()).isEqualTo(LruWords.LATE);

        while (!model.isReady()) {
            model.look(true);
            LockSupport.parkNanos(100_000);
        }
        assertThat(model.noteProperty().get()).isNotEqualTo(LruWords.LATE);
    }
}
