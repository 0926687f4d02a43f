package cachescope.app.cli;

import cachescope.app.words.Counts;
import cachescope.engine.live.LiveTasks;
import cachescope.engine.port.Tasks;
import cachescope.engine.sizing.Advance;
import cachescope.engine.sizing.By;
import cachescope.engine.sizing.Hits;
import cachescope.engine.sizing.NumberedTraffic;
import cachescope.engine.sizing.Replays;
import cachescope.engine.sizing.Sizing;
import cachescope.engine.sizing.SizingException;
import cachescope.engine.strategy.EvictionName;
import cachescope.engine.traffic.TrafficException;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** Tells which share of the requests hits, by policy and capacity. */
@Command(
        name = "hit-ratio",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Tells which requests of a recording would hit, by policy and capacity.",
            "No stores and no time: each request, whatever it does, is a get that inserts on a miss."
        })
final class HitRatioCommand extends SizingCommand {
    @Option(
            names = "--eviction",
            split = ",",
            required = true,
            paramLabel = "NAME",
            description =
                    "lru, linked-hash-map, fifo, clock, lfu, sieve, s3-fifo, w-tinylfu, sampled-lru or opt; several with"
                            + " commas between.")
    private List<EvictionName> policies = List.of();

    @Option(
            names = "--capacities",
            split = ",",
            required = true,
            paramLabel = "N",
            description = "In entries, or in bytes with --by bytes; several with commas between.")
    private List<Long> capacities = List.of();

    @Option(names = "--json", description = "The report as one JSON object.")
    private boolean json;

    private final List<Timed> results = new ArrayList<>();
    private @Nullable Sizing sizing;
    private @Nullable NumberedTraffic numbered;
    private double secondsOfReading;

    /** A replay with what it took of the clock. */
    private record Timed(Hits hits, double seconds) {
        double requestsPerSecond() {
            return seconds > 0 ? hits.requests() / seconds : 0;
        }
    }

    @Override
    void check() throws InvalidInput {
        for (long capacity : capacities) {
            if (capacity < 1) {
                throw new InvalidInput(
                        "--capacities: "
                                + capacity
                                + " is too small: expected 1 or more "
                                + unit(by()),
                        null);
            }
        }
        if (by() == By.BYTES && policies.contains(EvictionName.OPT)) {
            throw new InvalidInput(
                    "--eviction: opt is the optimum only where all objects are of one size: expected --by objects",
                    null);
        }
    }

    @Override
    void size(Sizing sizing, Advance advance) throws TrafficException, SizingException {
        this.sizing = sizing;
        try (var clock = new LiveTasks(0)) {
            size(sizing, advance, clock);
        }
    }

    private void size(Sizing sizing, Advance advance, Tasks clock)
            throws TrafficException, SizingException {
        long start = clock.now();
        var read = sizing.numbered(advance);
        numbered = read;
        secondsOfReading = (clock.now() - start) / 1e9;
        var replays = new Replays(read, by(), advance);
        replays.willBe(policies.size() * capacities.size());
        for (var policy : policies) {
            for (long capacity : capacities) {
                if (!advance.isStopped()) {
                    long began = clock.now();
                    var hits = replays.hits(policy, capacity);
                    results.add(new Timed(hits, (clock.now() - began) / 1e9));
                }
            }
        }
        read.remarks().forEach(remark -> err().println(name() + ": " + remark));
    }

    @Override
    void tell(PrintWriter out) throws IOException {
        out.print(json ? jsonText() : text());
        if (out.checkError()) {
            throw new IOException("the report could not be written to standard output");
        }
    }

    private String jsonText() {
        var report = JsonMapper.shared().createObjectNode();
        if (sizing != null && numbered != null) {
            report.set("traffic", json(sizing.traffic(), numbered.workload(), false));
        }
        report.put("by", by().name().toLowerCase(Locale.ROOT));
        var array = report.putArray("results");
        for (var timed : results) {
            var hits = timed.hits;
            var result =
                    array.addObject()
                            .put("eviction", hits.eviction().label())
                            .put("capacity", hits.capacity())
                            .put("requests", hits.requests())
                            .put("hits", hits.hits())
                            .put("misses", hits.misses())
                            .put("hitRatio", hits.hitRatio())
                            .put("requestsPerSecond", timed.requestsPerSecond());
            if (by() == By.BYTES) {
                result.put("bytes", hits.bytes())
                        .put("hitBytes", hits.hitBytes())
                        .put("byteHitRatio", hits.byteHitRatio());
            }
        }
        return report + System.lineSeparator();
    }

    private String text() {
        var table = new TextTable();
        if (sizing != null && numbered != null) {
            var workload = numbered.workload();
            table.line(
                    String.format(
                            Locale.ROOT,
                            "%s (%s): %s of %s, read in %.2f s",
                            sizing.traffic().name(),
                            sizing.traffic().format(),
                            Counts.of(workload.requests(), "request", "requests"),
                            Counts.of(workload.uniqueKeys(), "key", "keys"),
                            secondsOfReading));
            table.line("");
        }
        var head = new ArrayList<>(List.of("policy", unit(by()), "hit ratio"));
        if (by() == By.BYTES) {
            head.add("byte hit ratio");
        }
        head.addAll(List.of("hits", "misses", "requests/s"));
        table.row(head);
        for (var timed : results) {
            table.row(cells(timed));
        }
        return table.text();
    }

    private List<String> cells(Timed timed) {
        var hits = timed.hits;
        var cells =
                new ArrayList<>(
                        List.of(
                                hits.eviction().label(),
                                Counts.whole(hits.capacity()),
                                TextTable.percent(hits.hitRatio())));
        if (by() == By.BYTES) {
            cells.add(TextTable.percent(hits.byteHitRatio()));
        }
        cells.add(Counts.whole(hits.hits()));
        cells.add(Counts.whole(hits.misses()));
        cells.add(Counts.whole(Math.round(timed.requestsPerSecond())));
        return cells;
    }
}
