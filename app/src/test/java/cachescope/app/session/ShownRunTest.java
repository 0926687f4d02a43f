package cachescope.app.session;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.app.fixture.SyntheticLog;
import cachescope.engine.event.EventLog;
import org.junit.jupiter.api.Test;

class ShownRunTest {
    private final Session session =
            new Session(() -> {
                throw new AssertionError("nothing is to run");
            });

    @Test
    void whereNothingIsShownARecordingIsAskedFor() {
        assertThat(ShownRun.of(session, EventLog::new).whyNone()).contains("open a recording");
    }

    @Test
    void ofAPictureOfARunItIsSaidThatNothingIsLeftOfIt() {
        var log = SyntheticLog.of(1, 4, 100, 1);
        var shown = ShownRun.of(session, () -> log);

        assertThat(shown.run()).isEmpty();
        assertThat(shown.whyNone()).contains("picture", "removed with it");
    }
}
