package cachescope.app.stage;

import cachescope.app.frame.Selection;
import cachescope.engine.event.Tier;
import cachescope.engine.projection.Journey;
import cachescope.engine.projection.Journeys;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All packets at one moment, each at its point of the stage. Those that wait stand in a row in
 * their tier.
 */
final class PacketField {
    /** Above this number the stage shows how dense the lanes are instead of packets. */
    static final int PACKETS_MAX = 2_000;

    static final PacketField EMPTY = new PacketField(List.of(), false);

    /** Above this number packets are drawn smaller, the more there are. */
    static final int PACKETS_AT_EASE = 150;

    /** From this number on they are drawn as small as they can be told apart. */
    static final int PACKETS_CROWDED = 450;

    private static final int SMALLEST = 10;

    private static final double ASIDE = 4;
    private static final double SPREAD_MAX = 12;
    private static final double SPREAD_PER_PACKET = 0.02;
    private static final double REACH = 10;
    private static final double ROW_STEP = 11;

    /** How many stand before a box that has no room for them. */
    private static final int QUEUE_MAX = 3;

    private final List<Packet> packets;
    private final boolean dense;

    private PacketField(List<Packet> packets, boolean dense) {
        this.packets = packets;
        this.dense = dense;
    }

    /** Places the packets of all journeys that are drawn at a time. */
    static PacketField at(Journeys journeys, long time, double rate, StageLayout layout) {
        long from = time - (long) (PacketPath.LAG_MAX_NANOS * rate);
        var moving = new ArrayList<Packet>();
        var waiting = new ArrayList<Packet>();
        for (var journey : journeys.overlapping(from, time)) {
            if (!journey.node().isEmpty() && !layout.has(Place.app(journey.node()))) {
                continue; // at no node of these, such as a write from outside
            }
            PacketPath.at(journey, time, rate)
                    .map(position -> new Packet(journey, position, 0, 0))
                    .ifPresent(
                            packet -> (packet.position().waiting() ? waiting : moving).add(packet));
        }
        int count = moving.size() + waiting.size();
        if (count > PACKETS_MAX) {
            return new PacketField(List.of(), true);
        }
        double spread = Math.min(SPREAD_MAX, count * SPREAD_PER_PACKET);
        moving.replaceAll(packet -> onLane(packet, layout, spread));
        standInRows(waiting, layout, moving);
        moving.sort(Comparator.comparing(packet -> packet.position().look()));
        return new PacketField(moving, false);
    }

    List<Packet> packets() {
        return packets;
    }

    /**
     * The size in which packets are drawn, in pixels. It shrinks a pixel at a time, so that a
     * number which goes up and down does not make them jump.
     */
    int size() {
        double crowd =
                (double) (packets.size() - PACKETS_AT_EASE) / (PACKETS_CROWDED - PACKETS_AT_EASE);
        return (int) Math.round(Sprites.SIZE - (Sprites.SIZE - SMALLEST) * Math.clamp(crowd, 0, 1));
    }

    /** Whether there are too many packets to be shown one by one. */
    boolean dense() {
        return dense;
    }

    /** The packet nearest to a point, within reach of a pointer. */
    Optional<Packet> nearest(double x, double y) {
        return packets.stream()
                .filter(packet -> distance(packet, x, y) <= REACH)
                .min(Comparator.comparingDouble(packet -> distance(packet, x, y)));
    }

    /** The packet that is chosen, if it is on the stage. */
    Optional<Packet> of(Selection selection) {
        return packets.stream().filter(packet -> packet.selection().equals(selection)).findFirst();
    }

    private static double distance(Packet packet, double x, double y) {
        return Math.hypot(packet.x() - x, packet.y() - y);
    }

    /**
     * Those who go keep left of the lane's middle, those who come back right; the more there are,
     * the wider they spread.
     */
    private static Packet onLane(Packet packet, StageLayout layout, double spread) {
        var position = packet.position();
        var lane = layout.lane(position.hop(), packet.journey().node());
        double aside = ASIDE + spread * scatter(packet.journey());
        var point =
                position.back()
                        ? lane.at(1 - position.share(), aside)
                        : lane.at(position.share(), -aside);
        return packet.movedTo(Math.rint(point.x()), Math.rint(point.y()));
    }

    /** A share from 0 to 1 that is the journey's own, whenever it is asked for. */
    private static double scatter(Journey journey) {
        long number = journey.startedAt() * 0x9E3779B97F4A7C15L;
        return (number >>> 40) / (double) (1 << 24);
    }

    private static void standInRows(List<Packet> waiting, StageLayout layout, List<Packet> all) {
        waiting.sort(Comparator.comparingLong(packet -> packet.journey().startedAt()));
        Map<Place, Integer> filled = new HashMap<>();
        for (var packet : waiting) {
            var place = placeOf(packet, layout);
            var box = layout.box(place);
            int index = filled.merge(place, 1, Integer::sum) - 1;
            if (box.height() < Box.HEIGHT_AT_EASE) {
                if (index < QUEUE_MAX) {
                    double before = Math.rint(box.x() - 8 - index * ROW_STEP);
                    all.add(packet.movedTo(before, Math.rint(box.middle())));
                }
                continue;
            }
            double x = box.x() + 16 + index * ROW_STEP;
            if (x <= box.right() - 14) {
                all.add(packet.movedTo(x, Math.rint(box.bottom() - 24)));
            }
        }
    }

    private static Place placeOf(Packet packet, StageLayout layout) {
        return switch (packet.position().hop()) {
            case APP_REDIS -> packet.position().back() ? app(packet, layout) : Place.of(Tier.REDIS);
            case APP_DATABASE ->
                    packet.position().back() ? app(packet, layout) : Place.of(Tier.DATABASE);
            case CLIENT_EDGE, EDGE_BALANCER, BALANCER_APP -> app(packet, layout);
        };
    }

    private static Place app(Packet packet, StageLayout layout) {
        var place = Place.app(packet.journey().node());
        return layout.has(place) ? place : Place.app(layout.nodes().getFirst());
    }
}
