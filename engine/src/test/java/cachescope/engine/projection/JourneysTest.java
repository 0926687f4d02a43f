package cachescope.engine.projection;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.engine.event.Answer;
import cachescope.engine.event.CallKind;
import cachescope.engine.event.Cause;
import cachescope.engine.event.Event;
import cachescope.engine.event.Operation;
import cachescope.engine.event.Outcome;
import cachescope.engine.event.Tier;
import java.util.List;
import org.junit.jupiter.api.Test;

class JourneysTest {
    private final Script script = new Script().run("live", 1);

    @Test
    void aMissIsAJourneyOfThreeLegs() {
        script.request(0, Operation.READ, "a", 1, 2);
        script.call(1, 0, Tier.REDIS, CallKind.GET, "a", 3).lookedUp(1, 5, Outcome.MISS);
        script.load(2, 0, "a", 6, 9);
        script.call(3, 0, Tier.REDIS, CallKind.PUT, "a", 10).filled(3, 12, false);
        script.ended(0, 14, Answer.MISS, 3, 7, null);

        var journeys = script.fold(new Journeys()).overlapping(0, 20);

        assertThat(journeys)
                .containsExactly(
                        new Journey(
                                new Cause.Request(0),
                                Operation.READ,
                                "a",
                                "app-1",
                                1,
                                2,
                                14,
                                Answer.MISS,
                                true,
                                null,
                                List.of(
                                        new Leg(
                                                1,
                                                Tier.REDIS,
                                                CallKind.GET,
                                                "a",
                                                3,
                                                5,
                                                5,
                                                Leg.Result.MISS),
                                        new Leg(
                                                2,
                                                Tier.DATABASE,
                                                CallKind.READ,
                                                "a",
                                                6,
                                                9,
                                                9,
                                                Leg.Result.DONE),
                                        new Leg(
                                                3,
                                                Tier.REDIS,
                                                CallKind.PUT,
                                                "a",
                                                10,
                                                12,
                                                12,
                                                Leg.Result.REFUSED))));
    }

    @Test
    void whatIsOnItsWayIsOpen() {
        script.read(0, "a", 2).call(1, 0, Tier.REDIS, CallKind.GET, "a", 3);

        var journey = script.fold(new Journeys()).overlapping(100, 200).getFirst();

        assertThat(journey.endedAt()).isEqualTo(Journey.OPEN);
        assertThat(journey.answer()).isNull();
        assertThat(journey.legs().getFirst().result()).isEqualTo(Leg.Result.OPEN);
        assertThat(journey.legs().getFirst().endedAt()).isEqualTo(Journey.OPEN);
    }

    @Test
    void onlyJourneysThatTouchTheTimeAreGiven() {
        script.read(0, "a", 10).ended(0, 20, Answer.HIT);
        script.read(1, "a", 30).ended(1, 40, Answer.HIT);
        script.read(2, "a", 50);
        var journeys = script.fold(new Journeys());

        assertThat(journeys.overlapping(20, 30)).hasSize(2);
        assertThat(journeys.overlapping(21, 29)).isEmpty();
        assertThat(journeys.overlapping(45, 60)).hasSize(1);
        assertThat(journeys.overlapping(0, 9)).isEmpty();
    }

    @Test
    void theSameJourneyIsTheSameObjectUntilItChanges() {
        var journeys = script.read(0, "a", 10).fold(new Journeys());
        var before = journeys.overlapping(0, 100).getFirst();

        assertThat(journeys.overlapping(0, 100).getFirst()).isSameAs(before);
        script.ended(0, 20, Answer.HIT);
        journeys.accept(script.events().getLast());
        assertThat(journeys.overlapping(0, 100).getFirst()).isNotSameAs(before);
    }

    @Test
    void aFailedCallIsALegThatFailed() {
        script.read(0, "a", 1)
                .call(1, 0, Tier.REDIS, CallKind.GET, "a", 2)
                .callFailed(1, 4, "CacheUnavailable");
        script.failed(0, 5, Answer.UNANSWERED, "CacheUnavailable");

        var journey = script.fold(new Journeys()).overlapping(0, 9).getFirst();

        assertThat(journey.legs().getFirst().result()).isEqualTo(Leg.Result.FAILED);
        assertThat(journey.failure()).isEqualTo("CacheUnavailable");
    }

    @Test
    void aFlushIsAJourneyInTheBackground() {
        var flush = new Cause.Background("flush", List.of(0L, 1L));
        script.call(1, flush, Tier.DATABASE, CallKind.FLUSH, "a", 10);
        script.recordWritten(1, "a", 15, 20, 2, true).recordWritten(1, "b", 15, 20, 2, true);
        script.flushed(1, 20, 2, 2);

        var journey = script.fold(new Journeys()).overlapping(0, 30).getFirst();

        assertThat(journey.background()).isTrue();
        assertThat(journey.cause()).isEqualTo(flush);
        assertThat(journey.endedAt()).isEqualTo(20);
        assertThat(journey.legs())
                .containsExactly(
                        new Leg(
                                1,
                                Tier.DATABASE,
                                CallKind.FLUSH,
                                "a",
                                10,
                                20,
                                20,
                                Leg.Result.DONE));
    }

    @Test
    void aRefreshIsOneJourneyWithAllItsCalls() {
        var refresh = new Cause.Background("refresh", List.of(4L));
        script.add(seq -> new Event.RefreshStarted(seq, 10, refresh, "app-1", "a"));
        script.call(1, refresh, Tier.DATABASE, CallKind.READ, "a", 11).recordRead(1, 20, true);
        script.call(2, refresh, Tier.REDIS, CallKind.PUT, "a", 21).filled(2, 25, true);
        script.add(seq -> new Event.RefreshEnded(seq, 10, 26, refresh, "app-1", "a", 3));

        var journeys = script.fold(new Journeys()).overlapping(0, 30);

        assertThat(journeys).hasSize(1);
        assertThat(journeys.getFirst().legs()).hasSize(2);
        assertThat(journeys.getFirst().startedAt()).isEqualTo(10);
        assertThat(journeys.getFirst().endedAt()).isEqualTo(26);
    }

    @Test
    void aLateRefreshIsOneJourneyToo() {
        var refresh = new Cause.Background("refresh a", List.of(4L));
        script.add(seq -> new Event.LateRefreshStarted(seq, 10, refresh, "app-1", "a"));
        script.call(1, refresh, Tier.DATABASE, CallKind.READ, "a", 11).recordRead(1, 20, true);
        script.call(2, refresh, Tier.REDIS, CallKind.PUT, "a", 21).filled(2, 25, true);
        script.add(seq -> new Event.RefreshEnded(seq, 10, 26, refresh, "app-1", "a", 3));

        assertThat(script.fold(new Journeys()).overlapping(0, 30))
                .singleElement()
                .returns(26L, Journey::endedAt);
    }

    @Test
    void aReaderWhoRefreshesIsOnItsOwnJourney() {
        var reader = new Cause.Request(4);
        script.read(4, "a", 5);
        script.add(seq -> new Event.RefreshStarted(seq, 10, reader, "app-1", "a"));
        script.call(1, reader, Tier.DATABASE, CallKind.READ, "a", 11).recordRead(1, 20, true);
        script.add(seq -> new Event.RefreshEnded(seq, 10, 21, reader, "app-1", "a", 3));
        script.ended(4, 30, Answer.HIT);

        assertThat(script.fold(new Journeys()).overlapping(0, 40))
                .singleElement()
                .returns(30L, Journey::endedAt);
    }

    @Test
    void beyondTheLimitTheJourneysThatEndedFirstAreDroppedAndItIsSaidUntilWhen() {
        for (int i = 0; i < Journeys.JOURNEYS_MAX + 10; i++) {
            script.read(i, "a", i * 10L).ended(i, i * 10L + 5, Answer.HIT);
        }

        var journeys = script.fold(new Journeys());

        assertThat(journeys.completeFrom()).isEqualTo(95);
        assertThat(journeys.overlapping(0, Long.MAX_VALUE)).hasSize(Journeys.JOURNEYS_MAX);
    }

    @Test
    void aRequestBeyondTheLimitOfOpenOnesIsOnlyCounted() {
        for (int i = 0; i < Journeys.JOURNEYS_MAX + 3; i++) {
            script.read(i, "a", i);
        }

        var journeys = script.fold(new Journeys());

        assertThat(journeys.untracked()).isEqualTo(3);
        assertThat(journeys.overlapping(0, Long.MAX_VALUE)).hasSize(Journeys.JOURNEYS_MAX);
    }
}
