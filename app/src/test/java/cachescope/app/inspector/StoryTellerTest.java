package cachescope.app.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.app.inspector.Step.Verdict;
import cachescope.engine.event.Answer;
import cachescope.engine.event.CallKind;
import cachescope.engine.event.Cause;
import cachescope.engine.event.Event;
import cachescope.engine.event.Operation;
import cachescope.engine.event.Outcome;
import cachescope.engine.event.Span;
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
        teller.accept(
                new Event.CacheWritten(
                        0,
                        span(3, 21_000, 21_060, CAUSE, Tier.REDIS, "EVALSHA 3f k"),
                        "k",
                        3,
                        true,
                        9));
        ended(false, null);
        var story = teller.tell().orElseThrow();
        assertThat(story.kicker()).isEqualTo("REQUEST 18,442");
        assertThat(story.title()).isEqualTo("READ k");
        assertThat(story.facts())
                .isEqualTo("app-1 · answered in 21.4 ms · miss · v3 · waited 300 µs to be let in");
        assertThat(story.warning()).isEmpty();
        assertThat(story.steps())
                .extracting(Step::statement)
                .containsExactly("GET k", "SELECT 1", "EVALSHA 3f k");
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
        teller.accept(
                new Event.CallStarted(
                        0, 400 * MICRO, 9, CAUSE, "app-1", Tier.DATABASE, CallKind.READ, "k"));
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
        assertThat(teller.tell().orElseThrow().warning())
                .isEqualTo("△ stale by 212 ms: answered v3");
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
        teller.accept(
                new Event.CacheRead(
                        0,
                        span(1, 300, 360, CAUSE, Tier.REDIS, "GET a", "GET b"),
                        "k",
                        Outcome.HIT,
                        3));
        var steps = teller.tell().orElseThrow().steps();
        assertThat(steps).extracting(Step::result).containsExactly("", "hit v3");
        assertThat(steps).extracting(Step::first).containsExactly(true, false);
    }

    @Test
    void locksAndMessagesAreStepsOfTheStory() {
        started();
        var span = span(1, 300, 360, CAUSE, Tier.REDIS);
        teller.accept(new Event.LockTried(0, span, "k", "a", false, true, 9));
        teller.accept(new Event.LockTried(0, span, "k", "b", false, false, 0));
        teller.accept(new Event.LockTried(0, span, "k", "a", true, true, 9));
        teller.accept(new Event.LockReleased(0, span, "k", "a", true));
        teller.accept(new Event.LockReleased(0, span, "k", null, false));
        teller.accept(new Event.MessagePublished(0, span, "invalidations", 17, "k", 2));
        assertThat(teller.tell().orElseThrow().steps())
                .extracting(step -> step.statement() + ": " + step.result())
                .containsExactly(
                        "lock k: taken",
                        "lock k: held",
                        "extend lock k: extended",
                        "release lock k: released",
                        "delete lock k: none",
                        "publish invalidations k: to 2");
    }

    @Test
    void aReadThatAPendingWriteAnsweredSaysSo() {
        started();
        teller.accept(new Event.PendingRead(0, 310 * MICRO, CAUSE, "app-1", "k", 4));
        assertThat(teller.tell().orElseThrow().steps())
                .singleElement()
                .extracting(Step::result)
                .isEqualTo("hit v4");
    }

    @Test
    void workInTheBackgroundSaysWhatLedToIt() {
        var cause = new Cause.Background("flush", List.of(1L, 2L, 3L));
        var background = new StoryTeller(cause);
        background.accept(
                new Event.BatchFlushed(
                        0, span(1, 0, 6, cause, Tier.DATABASE, "BEGIN", "COMMIT"), 3, 2));
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
        teller.accept(
                new Event.CacheRead(
                        0,
                        span(1, 330, 390, CAUSE, Tier.REDIS, "GET cachescope:ab12:product:4711"),
                        "k",
                        Outcome.HIT,
                        3));
        ended(false, null);
        var story = teller.tell().orElseThrow();
        assertThat(StepsText.table(story))
                .contains("0.03 ms  redis     GET cachescope:ab12:product:4711  -> hit v3");
        assertThat(StepsText.oneLine("GET cachescope:ab12:product:4711\n  x"))
                .isEqualTo("GET …product:4711 x");
    }

    private void started() {
        teller.accept(new Event.RequestStarted(0, 300 * MICRO, 18_442, Operation.READ, "k", 0));
        teller.accept(new Event.RequestRouted(0, 301 * MICRO, 18_442, "app-1"));
    }

    private void ended(boolean stale, @Nullable String failure) {
        teller.accept(
                new Event.RequestEnded(
                        0,
                        21_700 * MICRO,
                        18_442,
                        "app-1",
                        Operation.READ,
                        "k",
                        0,
                        300 * MICRO,
                        Answer.MISS,
                        3,
                        stale,
                        stale ? 212_000 * MICRO : 0,
                        false,
                        failure));
    }

    private static Span span(
            long call,
            long fromMicros,
            long toMicros,
            Cause cause,
            Tier tier,
            String... statements) {
        long end = toMicros * MICRO;
        return new Span(
                call, fromMicros * MICRO, end, end, cause, "app-1", tier, List.of(statements));
    }

    private static Event read(long call, Cause cause, Outcome outcome) {
        return new Event.CacheRead(
                0, span(call, 330, 390, cause, Tier.REDIS, "GET k"), "k", outcome, 0);
    }

    private static Event load(long call) {
        return new Event.RecordRead(
                0, span(call, 400, 20_900, CAUSE, Tier.DATABASE, "SELECT 1"), "k", 3, true, true);
    }
}
