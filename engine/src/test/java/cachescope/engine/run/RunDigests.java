package cachescope.engine.run;

import cachescope.engine.event.EventFileException;
import cachescope.engine.event.EventFileWriter;
import cachescope.engine.strategy.PatternName;
import cachescope.engine.strategy.StrategyException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Busy runs by seed with all that can go wrong, every second with the moves within the order of
 * caches, every third with a change of strategy in its middle, and the digests of their saved logs.
 * As a program it prints one a line: {@code first last} for all patterns by these seeds, {@code
 * PATTERN seed FILE} to save one log.
 */
final class RunDigests {
    private static final long CHANGE_AT = 350_000_000;

    private RunDigests() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 3) {
            var pattern = PatternName.valueOf(arguments[0]);
            save(pattern, Long.parseLong(arguments[1]), Path.of(arguments[2]));
            return;
        }
        for (long seed = Long.parseLong(arguments[0]);
                seed <= Long.parseLong(arguments[1]);
                seed++) {
            for (var pattern : PatternName.values()) {
                System.out.println(line(pattern, seed));
            }
        }
    }

    /** A run by its pattern and seed, and the digest of its log. */
    static String line(PatternName pattern, long seed) throws Exception {
        return pattern + " " + seed + " " + digest(pattern, seed);
    }

    private static String digest(PatternName pattern, long seed)
            throws IOException,
                    RunException,
                    StrategyException,
                    EventFileException,
                    InterruptedException,
                    NoSuchAlgorithmException {
        var file = Files.createTempFile("run", ".jsonl");
        try {
            save(pattern, seed, file);
            var digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return HexFormat.of().formatHex(digest);
        } finally {
            Files.delete(file);
        }
    }

    static void save(PatternName pattern, long seed, Path file)
            throws RunException, StrategyException, EventFileException, InterruptedException {
        try (var writer = EventFileWriter.open(file, _ -> {})) {
            Outcome.observed(plan(pattern, seed), writer);
        }
    }

    private static Plan plan(PatternName pattern, long seed) {
        var plan = BusyPlan.faulty(pattern, seed).withReorders(seed % 2 == 0);
        var change = new PlannedChange(CHANGE_AT, BusyPlan.anyStrategy(seed));
        return seed % 3 == 0 ? plan.withChanges(List.of(change)) : plan;
    }
}
