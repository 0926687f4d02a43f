package cachescope.app.cli;

import cachescope.app.words.Counts;
import cachescope.engine.sizing.By;
import cachescope.engine.sizing.Curve;
import cachescope.engine.sizing.CurvePoint;
import cachescope.engine.traffic.Traffic;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A curve in words, and what it says of the right size.
 *
 * @param keep which share of the best hit ratio is to be kept, from 0 to 1
 */
record CurveReport(Traffic traffic, Curve curve, double keep) {
    private static final int ROWS = 24;

    private boolean isExact() {
        return curve.sampleRate() == 1;
    }

    String json() {
        var workload = curve.workload();
        var report = JsonMapper.shared().createObjectNode();
        report.set("traffic", SizingCommand.json(traffic, workload, !isExact()));
        report.put("eviction", curve.eviction().label())
                .put("by", curve.by().name().toLowerCase(Locale.ROOT))
                .put("sampleRate", curve.sampleRate())
                .put("error", curve.error())
                .put("uniqueKeys", workload.uniqueKeys())
                .put("oneHitWonders", workload.oneHitWonders())
                .put("bestHitRatio", curve.bestHitRatio());
        if (curve.by() == By.BYTES) {
            report.put("uniqueBytes", workload.uniqueBytes());
        }
        curve.knee().ifPresent(knee -> report.set("knee", json(knee)));
        curve.smallestKeeping(keep).ifPresent(point -> report.set("keeps", kept(point)));
        var points = report.putArray("points");
        curve.points().forEach(point -> points.add(json(point)));
        return report.toString();
    }

    private ObjectNode kept(CurvePoint point) {
        var json = json(point).put("percent", keep * 100);
        return curve.mayBeSmaller(point) ? json.put("atMost", true) : json;
    }

    private ObjectNode json(CurvePoint point) {
        var json =
                JsonMapper.shared()
                        .createObjectNode()
                        .put("capacity", point.capacity())
                        .put("missRatio", point.missRatio());
        if (!Double.isNaN(point.byteMissRatio())) {
            json.put("byteMissRatio", point.byteMissRatio());
        }
        return isExact() ? json : json.put("error", point.error());
    }

    String csv() {
        boolean bytes = curve.by() == By.BYTES;
        var csv = new StringBuilder(bytes ? "capacityBytes" : "capacityObjects");
        csv.append(bytes ? ",missRatio,byteMissRatio,error\n" : ",missRatio,error\n");
        for (var point : curve.points()) {
            csv.append(point.capacity()).append(',').append(point.missRatio()).append(',');
            if (bytes) {
                csv.append(point.byteMissRatio()).append(',');
            }
            csv.append(point.error()).append('\n');
        }
        return csv.toString();
    }

    String text() {
        var table = new TextTable();
        var workload = curve.workload();
        table.line(
                "%s over %s (%s), by %s, %s"
                        .formatted(
                                curve.eviction().label(),
                                traffic.name(),
                                traffic.format(),
                                curve.by().name().toLowerCase(Locale.ROOT),
                                precision()));
        table.line("");
        table.line("requests          " + Counts.whole(workload.requests()));
        table.line("working set       " + workingSet());
        table.line(
                "one-hit wonders   "
                        + TextTable.percent(workload.oneHitWonders())
                        + " of the keys");
        table.line("best hit ratio    " + TextTable.percent(curve.bestHitRatio()));
        table.line("knee              " + curve.knee().map(this::sentence).orElse("none"));
        table.line(
                String.format(Locale.ROOT, "%-18s", "keeps " + percentage() + " %")
                        + curve.smallestKeeping(keep)
                                .map(point ->
                                        (curve.mayBeSmaller(point) ? "at most " : "")
                                                + sentence(point))
                                .orElse("nothing ever hits"));
        table.line("");
        var head = new ArrayList<>(List.of(SizingCommand.unit(curve.by()), "miss ratio"));
        if (curve.by() == By.BYTES) {
            head.add("byte miss ratio");
        }
        table.row(head);
        rows().forEach(point -> table.row(cells(point)));
        return table.text();
    }

    private String precision() {
        if (!isExact()) {
            return String.format(
                    Locale.ROOT,
                    "sampled: %.3g %% of the keys, miss ratios within %.2f points (95 %%)",
                    curve.sampleRate() * 100,
                    curve.error() * 100);
        }
        return curve.missRatios() == null
                ? "replayed at " + Counts.of(curve.points().size(), "capacity", "capacities")
                : "exact";
    }

    private String workingSet() {
        var workload = curve.workload();
        var keys = Counts.of(workload.uniqueKeys(), "key", "keys");
        return (isExact() ? "" : "about ")
                + (curve.by() == By.OBJECTS
                        ? keys
                        : keys + ", " + Counts.bytes(workload.uniqueBytes()));
    }

    private String percentage() {
        return keep * 100 == Math.rint(keep * 100)
                ? String.format(Locale.ROOT, "%.0f", keep * 100)
                : String.format(Locale.ROOT, "%s", keep * 100);
    }

    private String sentence(CurvePoint point) {
        return SizingCommand.capacity(point.capacity(), curve.by())
                + ", "
                + TextTable.percent(1 - point.missRatio())
                + " of the requests hit";
    }

    /** Some of the points, evenly taken, with the first and the last. */
    private List<CurvePoint> rows() {
        var points = curve.points();
        if (points.size() <= ROWS) {
            return points;
        }
        var rows = new ArrayList<CurvePoint>();
        for (int row = 0; row < ROWS; row++) {
            rows.add(points.get(row * (points.size() - 1) / (ROWS - 1)));
        }
        return rows;
    }

    private List<String> cells(CurvePoint point) {
        var cells =
                new ArrayList<>(
                        List.of(
                                Counts.whole(point.capacity()),
                                TextTable.percent(point.missRatio())));
        if (curve.by() == By.BYTES) {
            cells.add(TextTable.percent(point.byteMissRatio()));
        }
        return cells;
    }
}
