package cachescope.engine.projection;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.engine.event.Answer;
import cachescope.engine.event.CallKind;
import cachescope.engine.event.Cause;
import cachescope.engine.event.Event;
import cachescope.engine.event.EventLog;
import cachescope.engine.event.Outcome;
import cachescope.engine.event.Tier;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestsTest {
    private static final int REQUESTS = 5_000;

    private final Script script = new Script().run("live", 1);
    private final Requests requests = new Requests();

    @Test
    void theStoryOfARequestHasItsStepsAndNobodyElses() {
        for (int i = 0; i < REQUESTS; i++) {
            script.read(i, "k" + i, i).call(i, i, Tier.REDIS, CallKind.GET, "k" + i, i);
            if (i >= 10) {
                script.lookedUp(i - 10, i, Outcome.HIT).ended(i - 10, i, Answer.HIT);
            }
        }
        var log = logged();

        var story = requests.of(4_321, log).orElseThrow();

        assertThat(story.complete()).isTrue();
        assertThat(story.started().orElseThrow().key()).isEqualTo("k4321");
        assertThat(story.ended().orElseThrow().at()).isEqualTo(4_331);
        assertThat(story.calls())
                .singleElement()
                .satisfies(call -> assertThat(call.statements()).containsExactly("GET k4321"));
        assertThat(story.steps()).hasSize(5);
        assertThat(requests.of(REQUESTS - 1, log).orElseThrow().complete()).isFalse();
        assertThat(requests.of(REQUESTS, log)).isEmpty();
    }

    @Test
    void theStoryTellsTheWorkInTheBackgroundThatFollowed() {
        script.read(0, "a", 1).ended(0, 2, Answer.HIT);
        var refresh = new Cause.Background("refresh", List.of(0L));
        script.call(1, refresh, Tier.DATABASE, CallKind.READ, "a", 3).recordRead(1, 4, true);

        var story = requests.of(0, logged()).orElseThrow();

        assertThat(story.background()).extracting(Event::seq).containsExactly(4L, 5L);
    }

    private EventLog logged() {
        var log = new EventLog();
        log.observe(requests);
        script.events().forEach(event -> log.append(_ -> event));
        return log;
    }
}
