package cachescope.engine.projection;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.engine.event.Answer;
import cachescope.engine.event.CallKind;
import cachescope.engine.event.Cause;
import cachescope.engine.event.Event;
import cachescope.engine.event.Operation;
import cachescope.engine.event.Removal;
import cachescope.engine.event.Span;
import cachescope.engine.event.Tier;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeedTest {
    private final Script script = new Script();

    @Test
    void theLatestComeFirstAndNothingFromAfterTheTime() {
        script.recovered(Tier.REDIS, 10).recovered(Tier.REDIS, 20).recovered(Tier.REDIS, 30);

        assertThat(script.fold(new Feed()).upTo(25, 10))
                .extracting(Event::at)
                .containsExactly(20L, 10L);
        assertThat(script.fold(new Feed()).upTo(35, 1)).extracting(Event::at).containsExactly(30L);
    }

    @Test
    void aPlainHitIsNotNotableButAStaleOneIs() {
        script.read(0, "a", 1).ended(0, 2, Answer.HIT);
        script.read(1, "a", 1).ended(1, 3, Answer.HIT, 1, 9, null);

        assertThat(script.fold(new Feed()).upTo(100, 10)).extracting(Event::at).containsExactly(3L);
    }

    @Test
    void manyCommitsDoNotPushOutTheOneFailure() {
        script.read(0, "a", 1).failed(0, 2, Answer.UNANSWERED, "DatabaseUnavailable");
        script.request(1, Operation.WRITE, "a", 3, 3);
        for (int i = 0; i < 2 * Feed.EVENTS_MAX; i++) {
            script.call(i, 1, Tier.DATABASE, CallKind.WRITE, "a", i)
                    .recordWritten(i, "a", i + 10, i + 11, i, false);
        }

        var feed = script.fold(new Feed());

        assertThat(feed.upTo(Long.MAX_VALUE, 10_000)).hasSize(Feed.EVENTS_MAX + 1);
        assertThat(feed.notableUpTo(Long.MAX_VALUE, 10)).hasSize(1);
    }

    @Test
    void aLostMessageAndALockReleasedTooLateAreNotable() {
        var cause = new Cause.Request(0);
        var span = new Span(1, 0, 1, 2, cause, "app-1", Tier.REDIS, List.of());
        script.add(seq -> new Event.LockTried(seq, span, "k", "a", false, true, 9));
        script.add(seq -> new Event.LockReleased(seq, span, "k", "a", true));
        script.add(seq -> new Event.MessageDelivered(seq, 3, cause, "app-1", "c", 0));
        script.add(seq -> new Event.MessageLost(seq, 4, cause, "app-2", "c", 0));
        script.add(seq -> new Event.LockReleased(seq, span, "k", "a", false));

        assertThat(script.fold(new Feed()).notableUpTo(100, 10))
                .extracting(Event::seq)
                .containsExactly(3L, 4L);
    }

    @Test
    void aCopyThatIsDroppedLateIsToldButNotThatEveryNodeDropsItsOwn() {
        var cause = new Cause.Background("message 3", List.of(1L));
        for (var tier : List.of(Tier.NEAR_CACHE, Tier.REDIS)) {
            var span = new Span(1, 1, 2, 3, cause, "app-2", tier, List.of());
            script.add(seq -> new Event.CacheRemoved(seq, span, "k", Removal.INVALIDATED, 4));
        }

        assertThat(script.fold(new Feed()).upTo(100, 10))
                .singleElement()
                .isInstanceOfSatisfying(
                        Event.CacheRemoved.class,
                        removed -> assertThat(removed.tier()).isEqualTo(Tier.REDIS));
    }
}
