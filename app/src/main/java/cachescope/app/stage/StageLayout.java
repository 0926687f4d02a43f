package cachescope.app.stage;

import cachescope.engine.event.Tier;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Where boxes and lanes lie on a stage of a size, with the given application nodes. */
final class StageLayout {
    /** The room for headline and banner. */
    static final double TOP = 64;

    /** The room for the legend. */
    static final double BOTTOM = 36;

    private static final double MARGIN = 16;
    private static final double WIDTH_LEAST = 712;
    private static final double WIDTH_AT_EASE = 872;
    private static final double NODE_HEIGHT_MAX = 96;
    private static final double ONLY_NODE_HEIGHT = 128;
    private static final int NODES_AT_EASE = 3;
    private static final int NODES_SPACED = 9;
    private static final double STORE_HEIGHT = 96;
    private static final double DOOR = 9;

    private final double width;
    private final double height;
    private final List<String> nodes;
    private final Map<Place, Box> boxes = new LinkedHashMap<>();
    private final Map<Hop, Lane> entry = new EnumMap<>(Hop.class);
    private final Map<String, Map<Hop, Lane>> lanes = new HashMap<>();

    StageLayout(double width, double height, List<String> nodes) {
        this.width = width;
        this.height = height;
        this.nodes = List.copyOf(nodes);
        placeBoxes();
        layLanes();
    }

    double width() {
        return width;
    }

    double height() {
        return height;
    }

    List<String> nodes() {
        return nodes;
    }

    /** All boxes from left to right. */
    Map<Place, Box> boxes() {
        return Map.copyOf(boxes);
    }

    Box box(Place place) {
        return Objects.requireNonNull(boxes.get(place), place::toString);
    }

    boolean has(Place place) {
        return boxes.containsKey(place);
    }

    /** The part of the stage in which packets move, as wide as the stage. */
    Box field() {
        double top = boxes.values().stream().mapToDouble(Box::y).min().orElse(0) - Sprites.SIZE;
        double bottom =
                boxes.values().stream().mapToDouble(Box::bottom).max().orElse(height)
                        + Sprites.SIZE;
        return new Box(0, top, width, bottom - top);
    }

    /** The lane of a hop to or from a node. */
    Lane lane(Hop hop, String node) {
        var known = entry.get(hop);
        return known != null ? known : Objects.requireNonNull(lanesOf(node).get(hop), hop::name);
    }

    /** The box at a point. */
    Optional<Place> placeAt(double x, double y) {
        return boxes.entrySet().stream()
                .filter(entry -> entry.getValue().contains(x, y))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private Map<Hop, Lane> lanesOf(String node) {
        return Objects.requireNonNull(
                lanes.get(lanes.containsKey(node) ? node : nodes.getFirst()), node);
    }

    private void placeBoxes() {
        double ease = Math.clamp((width - WIDTH_LEAST) / (WIDTH_AT_EASE - WIDTH_LEAST), 0, 1);
        double more = Math.clamp((width - WIDTH_AT_EASE) / 600, 0, 1);
        double client = 88 + 8 * ease + 16 * more;
        double edge = 80 + 8 * ease + 16 * more;
        double balancer = 88 + 2 * ease + 16 * more;
        double app = 112 + 16 * ease + 24 * more;
        double store = 164 + 20 * ease + 40 * more;
        double gaps = Math.max(80, width - 2 * MARGIN - client - edge - balancer - app - store);
        double middle = TOP + (height - TOP - BOTTOM) / 2;
        double x = MARGIN;
        boxes.put(Place.of(Tier.CLIENT), Box.centred(x, middle, client, 76));
        x += client + gaps * 0.2;
        boxes.put(Place.of(Tier.EDGE), Box.centred(x, middle, edge, 76));
        x += edge + gaps * 0.2;
        boxes.put(Place.of(Tier.LOAD_BALANCER), Box.centred(x, middle, balancer, 76));
        x += balancer + gaps * 0.24;
        placeNodes(x, middle, app);
        placeStores(width - MARGIN - store, middle, store);
    }

    private void placeNodes(double x, double middle, double boxWidth) {
        double room = height - TOP - BOTTOM;
        double gap = nodes.size() <= NODES_AT_EASE ? 16 : nodes.size() <= NODES_SPACED ? 6 : 2;
        double each =
                Math.min(
                        nodes.size() == 1 ? ONLY_NODE_HEIGHT : NODE_HEIGHT_MAX,
                        (room - gap * (nodes.size() - 1)) / nodes.size());
        double first = middle - (nodes.size() - 1) * (each + gap) / 2;
        for (int i = 0; i < nodes.size(); i++) {
            boxes.put(
                    Place.app(nodes.get(i)),
                    Box.centred(x, first + i * (each + gap), boxWidth, each));
        }
    }

    private void placeStores(double x, double middle, double boxWidth) {
        double room = height - TOP - BOTTOM;
        double boxHeight = Math.min(STORE_HEIGHT, (room - 16) / 2);
        double apart = Math.max(boxHeight / 2 + 8, Math.min(room * 0.27, 130));
        boxes.put(Place.of(Tier.REDIS), Box.centred(x, middle - apart, boxWidth, boxHeight));
        boxes.put(Place.of(Tier.DATABASE), Box.centred(x, middle + apart, boxWidth, boxHeight));
    }

    private void layLanes() {
        var client = box(Place.of(Tier.CLIENT));
        var edge = box(Place.of(Tier.EDGE));
        var balancer = box(Place.of(Tier.LOAD_BALANCER));
        entry.put(
                Hop.CLIENT_EDGE,
                new Lane(client.right(), client.middle(), edge.x(), edge.middle()));
        entry.put(
                Hop.EDGE_BALANCER,
                new Lane(edge.right(), edge.middle(), balancer.x(), balancer.middle()));
        var redis = box(Place.of(Tier.REDIS));
        var database = box(Place.of(Tier.DATABASE));
        for (var node : nodes) {
            var app = box(Place.app(node));
            double door = Math.min(DOOR, app.height() / 4);
            var own = new EnumMap<Hop, Lane>(Hop.class);
            own.put(
                    Hop.BALANCER_APP,
                    new Lane(balancer.right(), balancer.middle(), app.x(), app.middle()));
            own.put(
                    Hop.APP_REDIS,
                    new Lane(app.right(), app.middle() - door, redis.x(), redis.middle()));
            own.put(
                    Hop.APP_DATABASE,
                    new Lane(app.right(), app.middle() + door, database.x(), database.middle()));
            lanes.put(node, own);
        }
    }
}
