package cachescope.app.frame;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.app.fixture.Frames;
import cachescope.engine.event.EventLog;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WhileSeenTest {
    private final EventLog log = new EventLog();
    private final List<Long> shown = new ArrayList<>();
    private boolean seen;
    private boolean ready = true;
    private int requests;

    private final WhileSeen screen =
            new WhileSeen(
                    new Screen() {
                        @Override
                        public void show(Frame frame) {
                            shown.add(frame.time());
                        }

                        @Override
                        public boolean isReady() {
                            return ready;
                        }
                    },
                    () -> seen,
                    () -> requests++);

    @AfterEach
    void close() {
        log.close();
    }

    private void frame(long time) {
        screen.look();
        screen.show(Frames.at(log, time));
    }

    @Test
    void whileItCannotBeSeenItIsHandedNothingAndNobodyWaitsForIt() {
        ready = false;
        frame(1);
        frame(2);
        assertThat(shown).isEmpty();
        assertThat(requests).isZero();
        assertThat(screen.isReady()).isTrue();
    }

    @Test
    void whenItComesToBeSeenItAsksForAFrameOnceAndIsBehindUntilThen() {
        frame(1);
        seen = true;
        assertThat(screen.isReady()).isFalse();
        frame(2);
        frame(3);
        assertThat(requests).isEqualTo(1);
        assertThat(shown).containsExactly(2L, 3L);
        assertThat(screen.isReady()).isTrue();
    }

    @Test
    void whatMissedNothingAsksForNothing() {
        seen = true;
        frame(1);
        seen = false;
        seen = true;
        screen.look();
        assertThat(requests).isZero();
    }
}
