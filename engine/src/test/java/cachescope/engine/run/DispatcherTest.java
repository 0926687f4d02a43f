package cachescope.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.engine.event.EventLog;
import cachescope.engine.event.Operation;
import cachescope.engine.live.LiveTasks;
import cachescope.engine.pattern.Pattern;
import cachescope.engine.port.Versioned;
import cachescope.engine.run.Dispatcher.Route;
import cachescope.engine.traffic.Request;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class DispatcherTest {

    /** Meets a fault of its own at every read. */
    private static final class FaultyPattern implements Pattern {
        @Override
        public Versioned read(String key) {
            throw new AssertionError("expected by the test");
        }

        @Override
        public long write(String key, String value) {
            return 2;
        }

        @Override
        public long delete(String key) {
            return 2;
        }
    }

    @Test
    void aRequestThatMeetsAFaultIsNotLostSilently() throws Exception {
        List<String> faults = new CopyOnWriteArrayList<>();
        var traffic = new ConductedTraffic();
        traffic.send(Request.of(0, Operation.WRITE, "a"));
        traffic.send(Request.of(0, Operation.READ, "a"));
        traffic.end();
        try (var tasks = new LiveTasks(1);
                var log = new EventLog();
                var ledger = new Ledger(tasks::now, MemoryCommits::new);
                var requests = traffic.open()) {
            var admission = new Admission(tasks, 1, 1_000_000);
            var service =
                    new Service("app-1", new FaultyPattern(), tasks, log, ledger, Payload.FULL);
            new Dispatcher(
                            tasks,
                            log,
                            admission,
                            _ -> new Route(tasks, service),
                            Pace.MAX,
                            faults::add)
                    .dispatch(requests, 10);
            admission.awaitIdle();
        }

        assertThat(faults)
                .containsExactly(
                        "request 1 met a fault of Cachescope itself, which is told on standard error");
    }
}
