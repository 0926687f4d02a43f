package cachescope.engine.strategy.measurement;

import cachescope.engine.event.Event;
import cachescope.engine.event.EventFileException;
import cachescope.engine.event.EventFileReader;
import cachescope.engine.event.EventLog;
import cachescope.engine.event.Tier;
import cachescope.engine.strategy.LatencyText;
import cachescope.engine.strategy.StrategyException;
import cachescope.engine.strategy.latency.LatencyModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * Latencies taken from a log. The database's are without the delay that the strategy of that run
 * added: whoever runs a strategy over them adds its own.
 *
 * @param model the latencies
 * @param calls from how many calls of each tier; of fewer than {@link #CALLS_MIN} nothing was taken
 * @param remark a sentence that names the tiers with too few calls, if there were any
 */
public record LatencyMeasurement(
        LatencyModel model, Map<Tier, Long> calls, Optional<String> remark) {
    /** From how few calls latencies are taken. */
    public static final int CALLS_MIN = 100;

    private static final int CHUNK_EVENTS = 1_024;

    public LatencyMeasurement {
        calls = Collections.unmodifiableMap(new EnumMap<>(calls));
    }

    /**
     * Reads the log of a run. A tier with too few calls keeps what it has in {@code otherwise}.
     * Throws if the file is no log, or if all tiers have too few. Blocks; memory is constant.
     */
    public static LatencyMeasurement of(Path log, LatencyModel otherwise)
            throws EventFileException, StrategyException {
        var durations = new CallDurations(log.toString());
        try (var reader = EventFileReader.open(log)) {
            for (Optional<Event> next = reader.next(); next.isPresent(); next = reader.next()) {
                durations.add(next.get());
            }
        }
        return taken(durations, log.toString(), otherwise);
    }

    /**
     * Takes latencies from a log in memory and its temporary file, up to what it holds now; {@code
     * name} is what messages call it. A tier with too few calls keeps what it has in {@code
     * otherwise}. Asks {@code stop} now and then, and takes what it has by then. Throws if all
     * tiers have too few calls, and {@link java.io.UncheckedIOException} if the temporary file
     * cannot be read. Blocks; memory is constant.
     */
    public static LatencyMeasurement of(
            EventLog log, String name, LatencyModel otherwise, BooleanSupplier stop)
            throws StrategyException {
        var durations = new CallDurations(name);
        var chunk = new ArrayList<Event>(CHUNK_EVENTS);
        long end = log.size();
        long next = log.firstSeq();
        while (next < end && !stop.getAsBoolean()) {
            log.read(next, (int) Math.min(CHUNK_EVENTS, end - next), chunk::add);
            for (var event : chunk) {
                durations.add(event);
            }
            next = chunk.isEmpty() ? end : chunk.getLast().seq() + 1;
            chunk.clear();
        }
        return taken(durations, name, otherwise);
    }

    private static LatencyMeasurement taken(
            CallDurations durations, String log, LatencyModel otherwise) throws StrategyException {
        var calls = new EnumMap<Tier, Long>(Tier.class);
        var model = otherwise;
        var tooFew = new ArrayList<Tier>();
        for (var tier : LatencyModel.TIERS) {
            calls.put(tier, durations.count(tier));
            if (durations.count(tier) >= CALLS_MIN) {
                model = model.with(tier, durations.distribution(tier));
            } else {
                tooFew.add(tier);
            }
        }
        if (tooFew.size() == LatencyModel.TIERS.size()) {
            throw new StrategyException(
                    "%s has too few calls (%s): expected %s of one tier or more"
                            .formatted(log, counts(durations, tooFew), CALLS_MIN));
        }
        return new LatencyMeasurement(model, calls, remark(log, durations, tooFew, otherwise));
    }

    private static Optional<String> remark(
            String log, CallDurations durations, List<Tier> tooFew, LatencyModel otherwise) {
        return tooFew.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "%s has too few calls to measure some tiers (%s; %s are needed), which keep %s."
                                .formatted(
                                        log,
                                        counts(durations, tooFew),
                                        CALLS_MIN,
                                        LatencyText.print(otherwise, tooFew)));
    }

    private static String counts(CallDurations durations, List<Tier> tiers) {
        return tiers.stream()
                .map(tier -> tier + " " + durations.count(tier))
                .collect(Collectors.joining(", "));
    }
}
