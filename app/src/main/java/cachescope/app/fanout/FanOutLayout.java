package cachescope.app.fanout;

import java.util.ArrayList;
import java.util.List;

/**
 * Where sender, channel and nodes lie. A few nodes stand on the right of the channel and the sender
 * on its left; many stand on both sides of it, and one of them is the sender.
 */
final class FanOutLayout {
    /** How many nodes can be shown. */
    static final int NODES_MAX = 16;

    private static final int ONE_SIDE_MAX = 6;
    private static final double ROW_LEAST = 22;
    private static final double ROW_MOST = 52;
    private static final double ROW_AT_EASE = 24;
    private static final double FOUR_COLUMNS_WIDTH = 380;
    private static final double COLUMN_GAP = 16;

    /** Between rows with lanes; as much is left below the last of these, where messages fly too. */
    private static final double LANES_BETWEEN = 6;

    private static final double CHANNEL_ROOM = 56;

    private final double width;
    private final double height;
    private final List<Area> nodes = new ArrayList<>();
    private final List<List<Point>> branches = new ArrayList<>();
    private final Area sender;
    private final double channel;

    /** A part of the picture. */
    record Area(double x, double y, double width, double height) {
        double right() {
            return x + width;
        }

        double bottom() {
            return y + height;
        }

        double middle() {
            return y + height / 2;
        }

        boolean contains(double px, double py) {
            return px >= x && px <= right() && py >= y && py <= bottom();
        }
    }

    record Point(double x, double y) {}

    FanOutLayout(double width, double height, int count) {
        this.width = width;
        this.height = height;
        if (count <= ONE_SIDE_MAX && count * (ROW_LEAST + 4) <= height + 4) {
            double box = Math.clamp(width * 0.46, 120, 260);
            double who = Math.clamp(width * 0.24, 84, 150);
            channel = Math.rint(who + (width - box - who) * 0.55);
            double tall = Math.min(44, height);
            sender = new Area(0, Math.rint((height - tall) / 2), who, tall);
            column(count, width - box, box, false, gap(count));
        } else {
            channel = Math.rint(width / 2);
            sender = new Area(0, 0, 0, 0);
            bothSides(count);
        }
    }

    double width() {
        return width;
    }

    double height() {
        return height;
    }

    /** Where the channel runs, from top to bottom. */
    double channel() {
        return channel;
    }

    /** Where the sender is shown by itself; without width where it is one of the nodes. */
    Area sender() {
        return sender;
    }

    Area node(int index) {
        return nodes.get(index);
    }

    int size() {
        return nodes.size();
    }

    /** The way from the channel to a node. */
    List<Point> branch(int index) {
        return branches.get(index);
    }

    /** The way of a message; {@code from} is negative where the sender is shown by itself. */
    List<Point> way(int from, int to) {
        var way = new ArrayList<Point>();
        if (sender.width() > 0 || from < 0) {
            double y = sender.width() > 0 ? sender.middle() : height / 2;
            way.add(new Point(sender.width() > 0 ? sender.right() : channel, y));
            way.add(new Point(channel, y));
        } else {
            way.addAll(branches.get(from).reversed());
        }
        way.addAll(branches.get(to));
        return way;
    }

    /** The point at a share of a way. */
    static Point at(List<Point> way, double share) {
        double length = 0;
        for (int i = 1; i < way.size(); i++) {
            length += distance(way.get(i - 1), way.get(i));
        }
        double left = Math.clamp(share, 0, 1) * length;
        for (int i = 1; i < way.size(); i++) {
            var from = way.get(i - 1);
            var to = way.get(i);
            double piece = distance(from, to);
            if (left <= piece && piece > 0) {
                double part = left / piece;
                return new Point(
                        from.x() + (to.x() - from.x()) * part,
                        from.y() + (to.y() - from.y()) * part);
            }
            left -= piece;
        }
        return way.getLast();
    }

    private static double distance(Point a, Point b) {
        return Math.abs(a.x() - b.x()) + Math.abs(a.y() - b.y());
    }

    private void bothSides(int count) {
        double side = (width - CHANNEL_ROOM) / 2;
        boolean fourColumns =
                height / Math.ceil(count / 2.0) < ROW_AT_EASE && width >= FOUR_COLUMNS_WIDTH;
        int columns = fourColumns ? 4 : 2;
        int left = count;
        for (int i = 0; i < columns; i++) {
            int here = (left + columns - i - 1) / (columns - i);
            left -= here;
            boolean onTheLeft = i < columns / 2;
            double box = fourColumns ? (side - COLUMN_GAP) / 2 : side;
            double x =
                    onTheLeft
                            ? i * (box + COLUMN_GAP)
                            : width - side + (i - columns / 2) * (box + COLUMN_GAP);
            boolean outer = fourColumns && (i == 0 || i == 3);
            column(here, x, box, outer, fourColumns ? LANES_BETWEEN : gap(here));
        }
    }

    private double gap(int count) {
        return height / count < ROW_AT_EASE + 8 ? 4 : 8;
    }

    /** A column of boxes; its lanes come straight from the side, or below a box if it is outer. */
    private void column(int count, double x, double box, boolean outer, double gap) {
        double room = gap == LANES_BETWEEN ? height - LANES_BETWEEN : height;
        double each = Math.min(ROW_MOST, (room - gap * count) / count);
        double first = (room - count * each - (count - 1) * gap) / 2;
        for (int i = 0; i < count; i++) {
            var area =
                    new Area(
                            Math.rint(x),
                            Math.rint(first + i * (each + gap)),
                            Math.rint(box),
                            Math.floor(each));
            nodes.add(area);
            boolean left = area.x() < channel;
            double edge = left ? area.right() : area.x();
            branches.add(
                    outer
                            ? below(area, edge + (left ? -16 : 16), gap)
                            : List.of(
                                    new Point(channel, area.middle()),
                                    new Point(edge, area.middle())));
        }
    }

    /** Where a lane bears a sign: in front of its node. */
    Point sign(int index) {
        var branch = branches.get(index);
        var area = nodes.get(index);
        if (branch.size() == 2) {
            return at(branch, 0.5);
        }
        double aside =
                area.x() < channel ? area.right() + COLUMN_GAP / 2 : area.x() - COLUMN_GAP / 2;
        return new Point(aside, branch.getFirst().y());
    }

    /** The node at a point; negative if there is none. */
    int nodeAt(double x, double y) {
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i).contains(x, y)) {
                return i;
            }
        }
        return -1;
    }

    private List<Point> below(Area area, double x, double gap) {
        double y = area.bottom() + gap / 2;
        return List.of(new Point(channel, y), new Point(x, y), new Point(x, area.bottom()));
    }
}
