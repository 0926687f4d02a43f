package cachescope.app.stampede;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.app.fixture.ClusterPlan;
import cachescope.app.fixture.Frames;
import cachescope.app.fixture.SyntheticMessages;
import cachescope.engine.event.EventLog;
import cachescope.engine.projection.stampede.Reader;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class StampedeViewModelTest {
    private static final long SECOND = 1_000_000_000L;
    private static final String HOT = "product:4711";

    private final StampedeViewModel model = new StampedeViewModel();

    @Test
    void itSaysWhatAStampedeNeeds() {
        assertThat(model.whyEmptyProperty().get()).contains("short TTL");
        model.show(Frames.at(new EventLog(), 0));
        assertThat(model.whyEmptyProperty().get()).contains("short TTL");
    }

    @Test
    void withoutAGuardAboutAsManyLoadAsAreExpected() {
        show("none", 5 * SECOND);
        var expiries = model.momentProperty().get().key().orElseThrow().expiries();
        double expected = model.momentProperty().get().expected().loads();
        assertThat(model.keyProperty().get()).isEqualTo(HOT);
        assertThat(expiries.count()).isGreaterThan(10);
        assertThat(expected).isBetween(7.0, 11.0);
        assertThat(expiries.loadsPerExpiry()).isBetween(expected * 0.8, expected * 1.2);
        assertThat(model.measuredProperty().get()).contains(" loads an expiry, of ");
        assertThat(model.expectedProperty().get()).contains("no guard: 1 + L·d = 1 + ");
    }

    @Test
    void underALockOneLoadsAndTheOthersWait() {
        show("lock", 5 * SECOND);
        var hot = model.momentProperty().get().key().orElseThrow();
        assertThat(hot.expiries().loadsPerExpiry()).isEqualTo(1.0);
        assertThat(model.momentProperty().get().locking()).isEqualTo(Moment.Locking.LOCK);
        var moment = whileItIsLocked();
        assertThat(moment.loading()).hasSize(1);
        assertThat(moment.waiting()).isNotEmpty().allMatch(Reader::waits);
        assertThat(model.aloudProperty().get()).contains("holds its lock", "wait");
    }

    @Test
    void earlyRefreshesAreCountedAndToldApart() {
        show("xfetch", 5 * SECOND);
        var hot = model.momentProperty().get().key().orElseThrow();
        assertThat(hot.expiries().latest()).anyMatch(expiry -> expiry.early());
        assertThat(model.factsProperty().get()).anyMatch(fact -> fact.endsWith("early refreshes"));
    }

    @Test
    void anotherKeyCanBeChosen() {
        show("none", 5 * SECOND);
        model.choose("product:4713");
        assertThat(model.keyProperty().get()).isEqualTo("product:4713");
        model.choose("who knows");
        assertThat(model.whyEmptyProperty().get()).startsWith("Nobody has asked for who knows");
        model.choose(" ");
        assertThat(model.keyProperty().get()).isEqualTo(HOT);
        assertThat(model.whyEmptyProperty().get()).isEmpty();
    }

    @Test
    void bothWaysInTimeItIsTheSame() {
        var log = log("lock");
        var times = LongStream.range(1, 30).map(i -> i * SECOND / 5).boxed().toList();
        var forth = times.stream().map(time -> shown(log, time)).toList();
        var back = times.reversed().stream().map(time -> shown(log, time)).toList().reversed();
        assertThat(back).isEqualTo(forth);
    }

    private List<Object> shown(EventLog log, long time) {
        model.show(Frames.at(log, time));
        return List.of(
                model.momentProperty().get(),
                model.measuredProperty().get(),
                model.expectedProperty().get(),
                model.factsProperty().get());
    }

    private Moment whileItIsLocked() {
        var log = log("lock");
        for (long time = SECOND; time < 5 * SECOND; time += SECOND / 200) {
            model.show(Frames.at(log, time));
            var moment = model.momentProperty().get();
            if (moment.lock().isPresent() && !moment.waiting().isEmpty()) {
                return moment;
            }
        }
        throw new AssertionError("nobody ever waited");
    }

    private void show(String guard, long time) {
        model.show(Frames.at(log(guard), time));
    }

    private static EventLog log(String guard) {
        return SyntheticMessages.of(ClusterPlan.DEFAULT.withGuard(guard).withFewWrites());
    }
}
