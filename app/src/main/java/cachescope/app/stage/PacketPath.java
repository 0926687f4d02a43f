package cachescope.app.stage;

import cachescope.engine.event.Answer;
import cachescope.engine.event.Operation;
import cachescope.engine.event.Tier;
import cachescope.engine.projection.Journey;
import cachescope.engine.projection.Leg;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the packet of a journey is drawn: a function of the journey, the time and the rate alone.
 *
 * <p>A packet goes from hop to hop, one after the other. Each hop takes its real time, stretched by
 * the rate, but never less than {@link #HOP_MIN_NANOS} on the screen; so a packet is never ahead of
 * the truth, falls behind it on hops too short to be seen, and catches up where it waits. Of a call
 * that lasts, the packet travels at most {@link #TRAVEL_MAX_NANOS} each way and waits in the tier
 * for the rest. Where the log does not know when between its start and its end a call took effect,
 * the packet turns round half-way.
 */
final class PacketPath {
    /** The least time on the screen for a hop. */
    static final double HOP_MIN_NANOS = 150e6;

    /** The least time on the screen for each hop of the answer's way back to the client. */
    static final double ANSWER_HOP_MIN_NANOS = 100e6;

    /** The most time of the run that a packet is on a lane. */
    static final long TRAVEL_MAX_NANOS = 40_000_000L;

    /** How long, on the screen, a packet may still be on its way after its journey is over. */
    static final double LAG_MAX_NANOS = 4e9;

    private static final Hop[] ENTRY = {Hop.CLIENT_EDGE, Hop.EDGE_BALANCER, Hop.BALANCER_APP};

    private final Journey journey;
    private final double rate;
    private final double now;
    private double free;
    private Look look;
    private Hop hop = Hop.BALANCER_APP;
    private boolean back;
    private @Nullable Position found;

    private PacketPath(Journey journey, long time, double rate) {
        this.journey = journey;
        this.rate = rate;
        this.now = (time - journey.startedAt()) / rate;
        this.look = firstLook(journey);
    }

    /**
     * Where the packet is at a time; empty before the journey's start and after the answer is back.
     */
    static Optional<Position> at(Journey journey, long time, double rate) {
        if (time < journey.startedAt()) {
            return Optional.empty();
        }
        var path = new PacketPath(journey, time, rate);
        path.walk();
        return Optional.ofNullable(path.found);
    }

    private void walk() {
        if (!journey.background()) {
            enter();
        }
        for (int i = 0; found == null && i < journey.legs().size(); i++) {
            call(journey.legs().get(i));
        }
        if (found == null && !journey.background()) {
            answer();
        }
    }

    /**
     * What the client, the edge and the balancer take is not measured; it is too short to be seen
     * but for the least time.
     */
    private void enter() {
        for (int i = 0; found == null && i < ENTRY.length; i++) {
            move(ENTRY[i], false, journey.startedAt(), journey.startedAt(), HOP_MIN_NANOS);
        }
    }

    private void call(Leg leg) {
        var way = lane(leg.tier());
        if (way == null) {
            look = inNode(leg);
            return;
        }
        boolean over = leg.endedAt() != Journey.OPEN;
        boolean known = over && leg.at() > leg.startedAt() && leg.at() < leg.endedAt();
        long effect =
                !over
                        ? Journey.OPEN
                        : known
                                ? leg.at()
                                : leg.startedAt() + (leg.endedAt() - leg.startedAt()) / 2;
        long travel =
                Math.min(over ? effect - leg.startedAt() : TRAVEL_MAX_NANOS, TRAVEL_MAX_NANOS);
        move(way, false, leg.startedAt(), leg.startedAt() + travel, HOP_MIN_NANOS);
        if (found != null) {
            return;
        }
        if (!over) {
            found = waiting();
            return;
        }
        if (now >= Math.max(free, screen(effect))) {
            look = lookAfter(leg);
        }
        long travelBack = Math.min(leg.endedAt() - effect, TRAVEL_MAX_NANOS);
        move(way, true, leg.endedAt() - travelBack, leg.endedAt(), HOP_MIN_NANOS);
        if (found == null && leg.result() == Leg.Result.FAILED) {
            look = firstLook(journey);
        }
    }

    /** What the packet looks like after a call that does not leave the node: of its near cache. */
    private Look inNode(Leg leg) {
        boolean over = leg.endedAt() != Journey.OPEN;
        return leg.tier() == Tier.NEAR_CACHE && over && now >= Math.max(free, screen(leg.at()))
                ? lookAfter(leg)
                : look;
    }

    private void answer() {
        if (journey.endedAt() == Journey.OPEN) {
            found = waiting();
            return;
        }
        if (now >= Math.max(free, screen(journey.endedAt()))) {
            look = lookOfAnswer();
        }
        for (int i = ENTRY.length - 1; found == null && i >= 0; i--) {
            move(ENTRY[i], true, journey.endedAt(), journey.endedAt(), ANSWER_HOP_MIN_NANOS);
        }
    }

    /**
     * Goes along a hop that really took place between two times; stops there if that is where the
     * packet is now.
     */
    private void move(Hop along, boolean towardsClient, long from, long to, double atLeast) {
        double start = Math.max(free, screen(from));
        double end = Math.max(start + atLeast, screen(to));
        if (now < start) {
            found = waiting();
        } else if (now < end) {
            found = new Position(along, towardsClient, (now - start) / (end - start), false, look);
        } else {
            hop = along;
            back = towardsClient;
            free = end;
        }
    }

    private Position waiting() {
        return new Position(hop, back, 1, true, look);
    }

    private double screen(long time) {
        return (time - journey.startedAt()) / rate;
    }

    private Look lookOfAnswer() {
        if (journey.failure() != null) {
            return Look.FAILED;
        } else if (journey.stale()) {
            return Look.STALE;
        }
        return look == Look.READ && journey.answer() == Answer.HIT ? Look.HIT : look;
    }

    private Look lookAfter(Leg leg) {
        return switch (leg.result()) {
            case HIT -> Look.HIT;
            case MISS, EXPIRED -> Look.MISS;
            case FAILED -> Look.FAILED;
            case OPEN, DONE, REFUSED -> look;
        };
    }

    private static @Nullable Hop lane(Tier tier) {
        return switch (tier) {
            case REDIS -> Hop.APP_REDIS;
            case DATABASE -> Hop.APP_DATABASE;
            case CLIENT, EDGE, LOAD_BALANCER, APP, NEAR_CACHE -> null;
        };
    }

    private static Look firstLook(Journey journey) {
        Operation operation = journey.operation();
        if (operation == null) {
            return Look.BACKGROUND;
        }
        return switch (operation) {
            case READ -> Look.READ;
            case WRITE -> Look.WRITE;
            case DELETE -> Look.DELETE;
        };
    }
}
