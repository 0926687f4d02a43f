package cachescope.app.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.app.inspector.Step.Verdict;
import cachescope.engine.event.Answer;
import cachescope.engine.event.CallKind;
import cachescope.engine.event.Cause;
import cachescope.engine.event.Event;
import cachescope.engine.event.Operation;
import cachescope.engine.event.Outcome;
import cachescope.engine.event.Tier;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StoryTellerTest {
    private static final long MICRO = 1_000;
    private static final Cause CAUSE = new Cause.Request(18_442);
    private final StoryTeller teller = new StoryTeller(CAUSE);

    @Test
    void aMissIsToldCallByCall() {
        started();
        teller.accept(read(1, CAUSE, Outcome.MISS));
        teller.accept(load(2));
        teller.accept(new Event.CacheWritten(0, 3, 21_000 * MICRO, 21_060 * MICRO, 21_060 * MICRO, CAUSE, "app-1", Tier.REDIS, "k",
                3, true, 9, List.of("EVALSHA 3f k")));
        ended(false, null);
        var story = teller.tell().orElseThrow();
        assertThat(story.kicker()).isEqualTo("REQUEST 18,442");
        assertThat(story.title()).isEqualTo("READ k");
        assertThat(story.facts()).isEqualTo("app-1 · answered in 21.4 ms · miss · v3 · waited 300 µs to be let in");
        assertThat(story.warning()).isEmpty();
        assertThat(story.steps()).extracting(Step::statement).containsExactly("GET k", "SELECT 1", "EVALSHA 3f k");
        assertThat(story.steps()).extracting(Step::result).containsExactly("miss", "v3", "ok");
    }

    @Test
    void theCallsOfOthersAreNotItsOwn() {
        started();
        teller.accept(read(1, new Cause.Request(1), Outcome.HIT));
        assertThat(teller.tell().orElseThrow().steps()).isEmpty();
    }

    @Test
    void whatIsOnItsWaySaysSo() {
        started();
        teller.accept(new Event.CallStarted(0, 400 * MICRO, 9, CAUSE, "app-1", Tier.DATABASE, CallKind.READ, "k"));
        var story = teller.tell().orElseThrow();
        assertThat(story.open()).isTrue();
        assertThat(story.facts()).isEqualTo("app-1 · still on its way");
        assertThat(story.steps()).singleElement().extracting(Step::verdict).isEqualTo(Verdict.OPEN);
        assertThat(story.lastAt()).isEqualTo(400 * MICRO);
    }

    @Test
    void aStaleAnswerIsAWarning() {
        started();
        ended(true, null);
        assertThat(teller.tell().orElseThrow().warning()).isEqualTo("△ stale by 212 ms: answered v3");
    }

    @Test
    void aFailureIsAWarning() {
        started();
        ended(false, "DatabaseUnavailable");
        assertThat(teller.tell().orElseThrow().warning()).isEqualTo("✕ DatabaseUnavailable");
        assertThat(teller.tell().orElseThrow().failed()).isTrue();
    }

    @Test
    void theLastOfSeveralStatementsCarriesTheResult() {
        started();
        teller.accept(new Event.CacheRead(0, 1, 300 * MICRO, 360 * MICRO, 360 * MICRO, CAUSE, "app-1", Tier.REDIS, "k", Outcome.HIT, 3,
                List.of("GET a", "GET b")));
        var steps = teller.tell().orElseThrow().steps();
        assertThat(steps).extracting(Step::result).containsExactly("", "hit v3");
        assertThat(steps).extracting(Step::first).containsExactly(true, false);
    }

    @Test
    void aReadThatAPendingWriteAnsweredSaysSo() {
        started();
        teller.accept(new Event.PendingRead(0, 310 * MICRO, CAUSE, "app-1", "k", 4));
        assertThat(teller.tell().orElseThrow().steps()).singleElement().extracting(Step::result).isEqualTo("hit v4");
    }

    @Test
    void workInTheBackgroundSaysWhatLedToIt() {
        var cause = new Cause.Background("flush", List.of(1L, 2L, 3L));
        var background = new StoryTeller(cause);
        background.accept(new Event.BatchFlushed(0, 1, 0, 5, 6, cause, "app-1", Tier.DATABASE, 3, 2, List.of("BEGIN", "COMMIT")));
        var story = background.tell().orElseThrow();
        assertThat(story.title()).isEqualTo("flush");
        assertThat(story.facts()).isEqualTo("app-1 · for 3 requests");
        assertThat(story.steps()).extracting(Step::result).containsExactly("", "2 rows");
    }

    @Test
    void withoutAnEventThereIsNoStory() {
        assertThat(teller.tell()).isEmpty();
    }

    @Test
    void theTableHoldsTheStatementsAsTheyWereSent() {
        started();
        teller.accept(new Event.CacheRead(0, 1, 330 * MICRO, 390 * MICRO, 390 * MICRO, CAUSE, "app-1", Tier.REDIS, "k", Outcome.HIT, 3,
                List.of("GET cachescope:ab12:product:4711")));
        ended(false, null);
        var story = teller.tell().orElseThrow();
        assertThat(StepsText.table(story)).contains("0.03 ms  redis     GET cachescope:ab12:product:4711  -> hit v3");
        assertThat(StepsText.oneLine("GET cachescope:ab12:product:4711\n  x")).isEqualTo("GET …product:4711 x");
    }

    private void started() {
        teller.accept(new Event.RequestStarted(0, 300 * MICRO, 18_442, Operation.READ, "k", 0));
        teller.accept(new Event.RequestRouted(0, 301 * MICRO, 18_442, "app-1"));
    }

    private void ended(boolean stale, @Nullable String failure) {
        teller.accept(new Event.RequestEnded(0, 21_700 * MICRO, 18_442, "app-1", Operation.READ, "k", 0, 300 * MICRO, Answer.MISS, 3,
                stale, stale ? 212_000 * MICRO : 0, false, failure));
    }

    private static Event read(long call, Cause cause, Outcome outcome) {
        return new Event.CacheRead(0, call, 330 * MICRO, 390 * MICRO, 390 * MICRO, cause, "app-1", Tier.REDIS, "k", outcome, 0, List.of("GET k"));
    }

    private static Event load(long call) {
        return new Event.RecordRead(0, call, 400 * MICRO, 20_900 * MICRO, 20_900 * MICRO, CAUSE, "app-1", Tier.DATABASE, "k", 3, true,
                true, List.of("SELECT 1"));
    }
}
