package cachescope.app.session;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.engine.run.LiveOptions;
import cachescope.engine.run.LiveWorld;
import cachescope.engine.strategy.Strategy;
import cachescope.engine.traffic.ReadingOptions;
import cachescope.engine.traffic.TrafficException;
import cachescope.engine.traffic.TrafficFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class SessionTest {
    private static final TrafficSource UNREADABLE =
            () -> {
                throw new TrafficException("a.csv is empty");
            };

    @TempDir Path folder;

    @Test
    void whatCannotBeReadLeavesTheRunThatThereIs() throws IOException {
        var file = Files.writeString(folder.resolve("a.csv"), "at,op,key\n0,READ,a\n");
        TrafficSource readable = () -> TrafficFile.of(file, ReadingOptions.DEFAULT);
        try (var session = new Session(() -> LiveWorld.open(LiveOptions.BUNDLED))) {
            session.play(readable, Strategy.DEFAULT, 1);
            var first = await(session, state -> state.run() != null);
            session.play(UNREADABLE, Strategy.DEFAULT, 1);
            var then = await(session, state -> state.messages() == 1);
            assertThat(then.message()).isEqualTo("a.csv is empty");
            assertThat(then.run()).isSameAs(first.run());
            assertThat(then.source()).isSameAs(readable);
            assertThat(then.opening()).isFalse();
        }
    }

    @Test
    void aWorldThatCannotBeOpenedIsToldInASentence() {
        var nobody = new LiveOptions("redis://127.0.0.1:1", null);
        try (var session = new Session(() -> LiveWorld.open(nobody))) {
            session.prepare();
            var state = await(session, after -> after.messages() == 1);
            assertThat(state.message()).contains("redis://127.0.0.1:1");
            assertThat(state.run()).isNull();
        }
    }

    private static State await(Session session, Predicate<State> there) {
        var state = session.state();
        while (!there.test(state)) {
            LockSupport.parkNanos(1_000_000);
            state = session.state();
        }
        return state;
    }
}
