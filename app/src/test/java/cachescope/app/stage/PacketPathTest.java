package cachescope.app.stage;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.engine.event.Answer;
import cachescope.engine.event.CallKind;
import cachescope.engine.event.Cause;
import cachescope.engine.event.Operation;
import cachescope.engine.event.Tier;
import cachescope.engine.projection.Journey;
import cachescope.engine.projection.Leg;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PacketPathTest {
    private static final long MICRO = 1_000;
    private static final long MILLI = 1_000_000;
    private static final double REAL_TIME = 1;

    @Test
    void isNowhereBeforeTheStartAndAfterTheAnswerIsBack() {
        var journey = readHit();
        assertThat(PacketPath.at(journey, 999 * MILLI, REAL_TIME)).isEmpty();
        assertThat(PacketPath.at(journey, 1000 * MILLI, REAL_TIME)).isPresent();
        assertThat(PacketPath.at(journey, 1000 * MILLI + 1049 * MILLI, REAL_TIME)).isPresent();
        assertThat(PacketPath.at(journey, 1000 * MILLI + 1051 * MILLI, REAL_TIME)).isEmpty();
    }

    @Test
    void goesFromHopToHopWithTheLeastTimeForEach() {
        var journey = readHit();
        assertThat(at(journey, 75))
                .isEqualTo(new Position(Hop.CLIENT_EDGE, false, 0.5, false, Look.READ));
        assertThat(at(journey, 225))
                .isEqualTo(new Position(Hop.EDGE_BALANCER, false, 0.5, false, Look.READ));
        assertThat(at(journey, 375))
                .isEqualTo(new Position(Hop.BALANCER_APP, false, 0.5, false, Look.READ));
        assertThat(at(journey, 525))
                .isEqualTo(new Position(Hop.APP_REDIS, false, 0.5, false, Look.READ));
        assertThat(at(journey, 675))
                .isEqualTo(new Position(Hop.APP_REDIS, true, 0.5, false, Look.HIT));
        assertThat(at(journey, 800))
                .isEqualTo(new Position(Hop.BALANCER_APP, true, 0.5, false, Look.HIT));
        assertThat(at(journey, 900))
                .isEqualTo(new Position(Hop.EDGE_BALANCER, true, 0.5, false, Look.HIT));
        assertThat(at(journey, 1000))
                .isEqualTo(new Position(Hop.CLIENT_EDGE, true, 0.5, false, Look.HIT));
    }

    @Test
    void aHitInTheNearCacheEndsAtTheNode() {
        var journey =
                journey(
                        Operation.READ,
                        Answer.HIT,
                        false,
                        leg(Tier.NEAR_CACHE, CallKind.GET, 5 * MICRO, 6 * MICRO, Leg.Result.HIT));
        assertThat(at(journey, 375))
                .isEqualTo(new Position(Hop.BALANCER_APP, false, 0.5, false, Look.READ));
        assertThat(at(journey, 500))
                .isEqualTo(new Position(Hop.BALANCER_APP, true, 0.5, false, Look.HIT));
    }

    @Test
    void aMissInTheNearCacheIsSeenOnTheWayToRedis() {
        var journey =
                journey(
                        Operation.READ,
                        Answer.HIT,
                        false,
                        leg(Tier.NEAR_CACHE, CallKind.GET, 5 * MICRO, 6 * MICRO, Leg.Result.MISS),
                        leg(Tier.REDIS, CallKind.GET, 7 * MICRO, 60 * MICRO, Leg.Result.HIT));
        assertThat(at(journey, 525))
                .isEqualTo(new Position(Hop.APP_REDIS, false, 0.5, false, Look.MISS));
        assertThat(at(journey, 675))
                .isEqualTo(new Position(Hop.APP_REDIS, true, 0.5, false, Look.HIT));
    }

    @Test
    void takesTheRealTimeStretchedWhereThatIsLonger() {
        double rate = 0.0001;
        var journey =
                journey(
                        Operation.READ,
                        Answer.HIT,
                        false,
                        leg(Tier.REDIS, CallKind.GET, 5 * MICRO, 600 * MICRO, Leg.Result.HIT));
        var out = PacketPath.at(journey, journey.startedAt() + 175 * MICRO, rate).orElseThrow();
        assertThat(out).isEqualTo(new Position(Hop.APP_REDIS, false, 0.5, false, Look.READ));
        var back = PacketPath.at(journey, journey.startedAt() + 455 * MICRO, rate).orElseThrow();
        assertThat(back).isEqualTo(new Position(Hop.APP_REDIS, true, 0.5, false, Look.HIT));
    }

    @Test
    void waitsInTheTierForTheRestOfALongCall() {
        var journey =
                journey(
                        Operation.READ,
                        Answer.MISS,
                        false,
                        leg(Tier.DATABASE, CallKind.READ, 5 * MICRO, 900 * MILLI, Leg.Result.DONE));
        var position = at(journey, 700);
        assertThat(position.waiting()).isTrue();
        assertThat(position.hop()).isEqualTo(Hop.APP_DATABASE);
        assertThat(position.back()).isFalse();
    }

    @Test
    void waitsInTheTierWhileTheEndIsNotKnown() {
        var open =
                new Leg(
                        1,
                        Tier.REDIS,
                        CallKind.GET,
                        "k",
                        1000 * MILLI,
                        Journey.OPEN,
                        Journey.OPEN,
                        Leg.Result.OPEN);
        var journey =
                new Journey(
                        new Cause.Request(1),
                        Operation.READ,
                        "k",
                        "app-1",
                        1000 * MILLI,
                        1000 * MILLI,
                        Journey.OPEN,
                        null,
                        false,
                        null,
                        List.of(open));
        assertThat(at(journey, 5000))
                .isEqualTo(new Position(Hop.APP_REDIS, false, 1, true, Look.READ));
    }

    @Test
    void turnsIntoARingWhenTheMissIsKnownAndKeepsItOnTheWayToTheDatabase() {
        var journey =
                journey(
                        Operation.READ,
                        Answer.MISS,
                        false,
                        leg(Tier.REDIS, CallKind.GET, 5 * MICRO, 60 * MICRO, Leg.Result.MISS),
                        leg(Tier.DATABASE, CallKind.READ, 70 * MICRO, 20 * MILLI, Leg.Result.DONE));
        assertThat(at(journey, 525).look()).isEqualTo(Look.READ);
        assertThat(at(journey, 675).look()).isEqualTo(Look.MISS);
        assertThat(at(journey, 825))
                .isEqualTo(new Position(Hop.APP_DATABASE, false, 0.5, false, Look.MISS));
    }

    @Test
    void anAnswerThatIsStaleComesBackAsATriangle() {
        var journey =
                journey(
                        Operation.READ,
                        Answer.HIT,
                        true,
                        leg(Tier.REDIS, CallKind.GET, 5 * MICRO, 60 * MICRO, Leg.Result.HIT));
        assertThat(at(journey, 675).look()).isEqualTo(Look.HIT);
        assertThat(at(journey, 800).look()).isEqualTo(Look.STALE);
    }

    @Test
    void aCallThatFailedComesBackAsACrossAndTheRequestGoesOn() {
        var journey =
                journey(
                        Operation.READ,
                        Answer.MISS,
                        false,
                        leg(Tier.REDIS, CallKind.GET, 5 * MICRO, 60 * MICRO, Leg.Result.FAILED),
                        leg(Tier.DATABASE, CallKind.READ, 70 * MICRO, 20 * MILLI, Leg.Result.DONE));
        assertThat(at(journey, 675).look()).isEqualTo(Look.FAILED);
        assertThat(at(journey, 825).look()).isEqualTo(Look.READ);
    }

    @Test
    void backgroundWorkStartsAtItsNodeAndIsGoneWhenItsLastCallIsBack() {
        var cause = new Cause.Background("refresh", List.of(3L));
        var call = leg(Tier.DATABASE, CallKind.READ, 0, 20 * MILLI, Leg.Result.DONE);
        var journey =
                new Journey(
                        cause,
                        null,
                        "k",
                        "app-1",
                        1000 * MILLI,
                        1000 * MILLI,
                        1020 * MILLI,
                        null,
                        false,
                        null,
                        List.of(call));
        assertThat(at(journey, 75))
                .isEqualTo(new Position(Hop.APP_DATABASE, false, 0.5, false, Look.BACKGROUND));
        assertThat(PacketPath.at(journey, 1301 * MILLI, REAL_TIME)).isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void neverLeapsOverAHop(long seed) {
        var random = new SplittableRandom(seed);
        double rate = Math.pow(10, random.nextDouble(-4, 2));
        var journey =
                journey(
                        Operation.READ,
                        Answer.MISS,
                        false,
                        leg(
                                Tier.REDIS,
                                CallKind.GET,
                                5 * MICRO,
                                random.nextLong(20, 500) * MICRO,
                                Leg.Result.MISS),
                        leg(
                                Tier.DATABASE,
                                CallKind.READ,
                                600 * MICRO,
                                random.nextLong(1, 300) * MILLI,
                                Leg.Result.DONE));
        Optional<Position> before = Optional.empty();
        double end = (journey.endedAt() - journey.startedAt()) / rate + PacketPath.LAG_MAX_NANOS;
        for (double screen = 0; screen < end; screen += 5e6) {
            var now = PacketPath.at(journey, journey.startedAt() + (long) (screen * rate), rate);
            if (before.isPresent() && now.isPresent()) {
                assertThat(isNext(before.get(), now.get()))
                        .as("%s then %s at rate %s", before, now, rate)
                        .isTrue();
            }
            before = now;
        }
        assertThat(before).isEmpty();
    }

    private static boolean isNext(Position before, Position now) {
        boolean same = before.hop() == now.hop() && before.back() == now.back();
        return same
                ? now.share() >= before.share()
                : before.share() > 0.9 && (now.share() < 0.1 || now.waiting());
    }

    private static Position at(Journey journey, long screenMillis) {
        return PacketPath.at(journey, journey.startedAt() + screenMillis * MILLI, REAL_TIME)
                .orElseThrow();
    }

    private static Journey readHit() {
        return journey(
                Operation.READ,
                Answer.HIT,
                false,
                leg(Tier.REDIS, CallKind.GET, 5 * MICRO, 60 * MICRO, Leg.Result.HIT));
    }

    private static Leg leg(Tier tier, CallKind kind, long after, long nanos, Leg.Result result) {
        long start = 1000 * MILLI + after;
        return new Leg(1, tier, kind, "k", start, start + nanos, start + nanos, result);
    }

    private static Journey journey(
            Operation operation, @Nullable Answer answer, boolean stale, Leg... legs) {
        long end = legs[legs.length - 1].endedAt() + 2 * MICRO;
        return new Journey(
                new Cause.Request(1),
                operation,
                "k",
                "app-1",
                1000 * MILLI,
                1000 * MILLI,
                end,
                answer,
                stale,
                null,
                List.of(legs));
    }
}
