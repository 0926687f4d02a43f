package cachescope.app.fanout;

import cachescope.app.fanout.FanOutLayout.Area;
import cachescope.app.fanout.FanOutLayout.Point;
import cachescope.app.theme.Fonts;
import cachescope.app.theme.Palette;
import cachescope.app.theme.Tone;
import cachescope.app.words.Counts;
import cachescope.app.words.NodeWords;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/** Draws the channel with its lanes, the nodes, and the messages on their way. */
final class FanOutRenderer {
    private static final double DIAMOND = 6;
    private static final double BUS = 5;

    /** How far a message that will not come gets. */
    private static final double LOST_AT = 0.82;

    private final Palette palette;
    private final NodeRenderer nodes;
    private final Font bold = Fonts.bold(12);
    private final Font small = Fonts.text(11);
    private final Text measure = new Text();

    FanOutRenderer(Palette palette) {
        measure.setFont(small);
        this.palette = palette;
        this.nodes = new NodeRenderer(palette);
    }

    void paint(GraphicsContext graphics, FanOutLayout layout, Moment moment) {
        graphics.clearRect(0, 0, layout.width(), layout.height());
        paintLanes(graphics, layout, moment);
        if (layout.sender().width() > 0) {
            paintSender(graphics, layout.sender(), moment);
            paintChannelName(graphics, layout, moment.channel());
        }
        for (int i = 0; i < layout.size(); i++) {
            var line = moment.nodes().get(i);
            boolean sends = layout.sender().width() == 0 && line.node().equals(moment.sender());
            nodes.paint(graphics, layout.node(i), line, sends);
        }
        for (var flight : moment.flights().all()) {
            paintFlight(graphics, layout, moment, flight);
        }
    }

    private void paintLanes(GraphicsContext graphics, FanOutLayout layout, Moment moment) {
        graphics.setLineWidth(1.5);
        graphics.setStroke(palette.get(Tone.LINE));
        if (layout.sender().width() > 0) {
            double y = layout.sender().middle();
            graphics.strokeLine(layout.sender().right(), y, layout.channel(), y);
        }
        for (int i = 0; i < layout.size(); i++) {
            paintLane(graphics, layout, i, moment.nodes().get(i));
        }
        double top = layout.height();
        double bottom = 0;
        for (int i = 0; i < layout.size(); i++) {
            top = Math.min(top, layout.branch(i).getFirst().y());
            bottom = Math.max(bottom, layout.branch(i).getFirst().y());
        }
        if (moment.flights().dense()) {
            graphics.setLineDashes(6, 6);
            graphics.setLineDashOffset(-moment.dashes() * 48);
        }
        graphics.setStroke(palette.get(Tone.MESSAGE));
        graphics.setLineWidth(BUS);
        graphics.strokeLine(
                layout.channel(), top - 6, layout.channel(), Math.max(bottom + 6, top + 6));
        graphics.setLineDashes();
        graphics.setLineDashOffset(0);
    }

    private void paintLane(
            GraphicsContext graphics, FanOutLayout layout, int index, NodeLine node) {
        var branch = layout.branch(index);
        boolean missed = node.state() == NodeLine.State.MISSED;
        boolean deaf = !node.listening();
        graphics.setStroke(palette.get(missed || deaf ? Tone.FAILED : Tone.LINE));
        graphics.setLineWidth(1.5);
        if (missed || deaf) {
            graphics.setLineDashes(4, 4);
        }
        var xs = branch.stream().mapToDouble(Point::x).toArray();
        var ys = branch.stream().mapToDouble(Point::y).toArray();
        graphics.strokePolyline(xs, ys, xs.length);
        graphics.setLineDashes();
        if (missed || deaf) {
            var place = layout.sign(index);
            cross(graphics, place.x(), place.y(), 4, 1);
        }
    }

    private void paintSender(GraphicsContext graphics, Area area, Moment moment) {
        if (moment.sender().isEmpty()) {
            return;
        }
        graphics.setFill(palette.get(Tone.RAISED));
        graphics.fillRoundRect(area.x(), area.y(), area.width(), area.height(), 14, 14);
        graphics.setStroke(palette.get(Tone.MESSAGE));
        graphics.setLineWidth(1.5);
        graphics.strokeRoundRect(
                area.x() + 0.75, area.y() + 0.75, area.width() - 1.5, area.height() - 1.5, 14, 14);
        graphics.setTextAlign(TextAlignment.LEFT);
        graphics.setTextBaseline(VPos.CENTER);
        graphics.setFont(bold);
        graphics.setFill(palette.get(Tone.BRIGHT));
        graphics.fillText(
                NodeWords.title(moment.sender()),
                area.x() + 10,
                area.middle() - 8,
                area.width() - 20);
        graphics.setFont(small);
        graphics.setFill(palette.get(Tone.DIM));
        graphics.fillText(
                "message " + Counts.whole(moment.message()),
                area.x() + 10,
                area.middle() + 9,
                area.width() - 20);
    }

    /** Below the sender, where there is room. */
    private void paintChannelName(GraphicsContext graphics, FanOutLayout layout, String name) {
        double y = layout.height() - 7;
        measure.setText(name);
        if (y - 8 > layout.sender().bottom()
                && measure.getLayoutBounds().getWidth() < layout.channel() - 10) {
            graphics.setFont(small);
            graphics.setTextAlign(TextAlignment.RIGHT);
            graphics.setFill(palette.get(Tone.DIM));
            graphics.fillText(name, layout.channel() - 10, y);
        }
    }

    private void paintFlight(
            GraphicsContext graphics, FanOutLayout layout, Moment moment, Flight flight) {
        int to = indexOf(moment, flight.to());
        if (to < 0 || to >= layout.size()) {
            return;
        }
        var way = layout.way(indexOf(moment, flight.from()), to);
        switch (flight.phase()) {
            case FLYING -> diamond(graphics, FanOutLayout.at(way, flight.share()));
            case LOST -> {
                var end = FanOutLayout.at(way, LOST_AT);
                cross(graphics, end.x(), end.y(), 5 + 3 * flight.share(), 1 - flight.share());
            }
            case DROPPING -> {}
        }
    }

    /** The message at a point of the picture. */
    static Optional<Flight> flightAt(FanOutLayout layout, Moment moment, double x, double y) {
        return moment.flights().all().stream()
                .filter(flight -> flight.phase() == Flight.Phase.FLYING)
                .filter(flight -> {
                    int to = indexOf(moment, flight.to());
                    if (to < 0 || to >= layout.size()) {
                        return false;
                    }
                    var at =
                            FanOutLayout.at(
                                    layout.way(indexOf(moment, flight.from()), to), flight.share());
                    return Math.hypot(at.x() - x, at.y() - y) < 2 * DIAMOND;
                })
                .findFirst();
    }

    private static int indexOf(Moment moment, String node) {
        for (int i = 0; i < moment.nodes().size(); i++) {
            if (moment.nodes().get(i).node().equals(node)) {
                return i;
            }
        }
        return -1;
    }

    private void diamond(GraphicsContext graphics, Point at) {
        double x = Math.rint(at.x());
        double y = Math.rint(at.y());
        graphics.setFill(palette.get(Tone.GROUND));
        rhomb(graphics, x, y, DIAMOND + 2);
        graphics.setFill(palette.get(Tone.MESSAGE));
        rhomb(graphics, x, y, DIAMOND);
    }

    private static void rhomb(GraphicsContext graphics, double x, double y, double half) {
        graphics.fillPolygon(
                new double[] {x, x + half, x, x - half},
                new double[] {y - half, y, y + half, y},
                4);
    }

    private void cross(GraphicsContext graphics, double x, double y, double half, double opacity) {
        graphics.setStroke(palette.get(Tone.FAILED).deriveColor(0, 1, 1, opacity));
        graphics.setLineWidth(2);
        graphics.strokeLine(x - half, y - half, x + half, y + half);
        graphics.strokeLine(x - half, y + half, x + half, y - half);
    }
}
