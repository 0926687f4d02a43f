package cachescope.app.fanout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cachescope.app.fanout.Flight.Phase;
import cachescope.engine.event.Cause;
import cachescope.engine.event.Event;
import cachescope.engine.event.Removal;
import cachescope.engine.event.Span;
import cachescope.engine.event.Tier;
import cachescope.engine.projection.fanout.FanOut;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlightsTest {
    private static final long MILLI = 1_000_000;
    private static final double SLOW = 0.001;
    private static final List<String> NODES = List.of("app-1", "app-2");

    private final FanOut fanOut = new FanOut();
    private long seq;

    @Test
    void aMessageFliesAsLongAsItReallyTook() {
        sent(0, 10 * MILLI, 1);
        delivered(0, "app-2", 20 * MILLI);
        assertThat(at(9 * MILLI, SLOW)).isEmpty();
        assertThat(at(15 * MILLI, SLOW))
                .singleElement()
                .satisfies(flight -> {
                    assertThat(flight.phase()).isEqualTo(Phase.FLYING);
                    assertThat(flight.share()).isEqualTo(0.5);
                    assertThat(flight.to()).isEqualTo("app-2");
                });
        assertThat(at(20 * MILLI, SLOW)).isEmpty();
    }

    @Test
    void oneThatWasTooFastToBeSeenFliesALittleLonger() {
        sent(0, 10 * MILLI, 1);
        delivered(0, "app-2", 10 * MILLI + 1_000);
        long half = (long) (Flights.FLIGHT_MIN_NANOS / 2);
        assertThat(at(10 * MILLI + half, 1).getFirst().share()).isCloseTo(0.5, within(1e-9));
        assertThat(at(10 * MILLI + 2 * half, 1)).isEmpty();
    }

    @Test
    void oneOfWhichNothingIsKnownYetIsUnderWayToEveryNode() {
        sent(0, 10 * MILLI, 2);
        assertThat(at(11 * MILLI, SLOW)).extracting(Flight::to).containsExactlyElementsOf(NODES);
        assertThat(at(11 * MILLI, SLOW).getFirst().share())
                .isLessThan(at(30 * MILLI, SLOW).getFirst().share());
        assertThat(at(10_000 * MILLI, SLOW)).allMatch(flight -> flight.share() < 1);
    }

    @Test
    void itIsShownForAWhileWhereALostMessageEnded() {
        sent(0, 10 * MILLI, 1);
        fanOut.accept(
                new Event.MessageLost(seq++, 20 * MILLI, new Cause.Request(0), "app-2", "c", 0));
        assertThat(at(20 * MILLI, SLOW)).extracting(Flight::phase).containsExactly(Phase.LOST);
        assertThat(at(20 * MILLI + (long) (Flights.LOST_NANOS * SLOW), SLOW)).isEmpty();
    }

    @Test
    void theCopyThatItDropsIsSeenToFade() {
        copy("app-2", 5 * MILLI);
        sent(0, 10 * MILLI, 1);
        delivered(0, "app-2", 20 * MILLI);
        dropped(0, "app-2", 20 * MILLI);
        long half = (long) (Flights.DROPPING_NANOS * SLOW / 2);
        assertThat(at(20 * MILLI + half, SLOW))
                .singleElement()
                .satisfies(flight -> {
                    assertThat(flight.phase()).isEqualTo(Phase.DROPPING);
                    assertThat(flight.share()).isCloseTo(0.5, within(1e-6));
                });
    }

    @Test
    void tooManyToBeToldApartAreNotListed() {
        for (int i = 0; i <= Flights.MESSAGES_MAX; i++) {
            sent(i, 10 * MILLI, 1);
        }
        var flights = Flights.at(fanOut, NODES, 11 * MILLI, SLOW);
        assertThat(flights.dense()).isTrue();
        assertThat(flights.all()).isEmpty();
    }

    private List<Flight> at(long time, double rate) {
        return Flights.at(fanOut, NODES, time, rate).all();
    }

    private void sent(long message, long at, long receivers) {
        var span = span(at, new Cause.Request(message), Tier.REDIS, "app-1");
        fanOut.accept(new Event.MessagePublished(seq++, span, "c", message, "a", receivers));
    }

    private void delivered(long message, String node, long at) {
        fanOut.accept(
                new Event.MessageDelivered(seq++, at, new Cause.Request(0), node, "c", message));
    }

    private void copy(String node, long at) {
        var span = span(at, new Cause.Request(0), Tier.NEAR_CACHE, node);
        fanOut.accept(new Event.CacheWritten(seq++, span, "a", 1, true, Long.MAX_VALUE));
    }

    private void dropped(long message, String node, long at) {
        var cause = new Cause.Background("message " + message, List.of());
        var span = span(at, cause, Tier.NEAR_CACHE, node);
        fanOut.accept(new Event.CacheRemoved(seq++, span, "a", Removal.INVALIDATED, 0));
    }

    private Span span(long at, Cause cause, Tier tier, String node) {
        return new Span(seq, at, at, at, cause, node, tier, List.of());
    }
}
