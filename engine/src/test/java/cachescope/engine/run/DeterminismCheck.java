package cachescope.engine.run;

import cachescope.engine.strategy.PatternName;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs many seeds of every pattern again and again, each time in a Java started another way, and
 * compares the logs to the byte. Prints a table, and of the first run that differs the first event
 * that does; then it ends with 1.
 *
 * <pre>
 * mvn -q -Pjmh -pl engine test-compile exec:exec \
 *     -Dbenchmark.main=cachescope.engine.run.DeterminismCheck -Dbenchmark=1000
 * </pre>
 */
final class DeterminismCheck {
    private static final int SEEDS = 1_000;

    private final long seeds;
    private final Map<String, String> expected = new LinkedHashMap<>();

    private DeterminismCheck(long seeds) {
        this.seeds = seeds;
    }

    public static void main(String[] arguments) throws Exception {
        long seeds = arguments.length == 0 ? SEEDS : Long.parseLong(arguments[0]);
        System.out.println("%-28s %9s %8s  %s".formatted("Java", "runs", "seconds", "logs"));
        var difference = difference(seeds, Variation.ALL);
        difference.ifPresent(System.out::println);
        System.exit(difference.isPresent() ? 1 : 0);
    }

    /** Compares as many seeds in all variations; tells the first difference, if there is any. */
    static Optional<String> difference(long seeds, List<Variation> variations)
            throws IOException, InterruptedException {
        var check = new DeterminismCheck(seeds);
        check.expect();
        for (var variation : variations) {
            var difference = check.compare(variation);
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    private void expect() throws IOException, InterruptedException {
        long began = System.nanoTime();
        for (var line : run(Variation.PLAIN, "1", Long.toString(seeds))) {
            expected.put(name(line), line);
        }
        tell(Variation.PLAIN, expected.size(), began, "are what is expected");
    }

    private Optional<String> compare(Variation variation) throws IOException, InterruptedException {
        long began = System.nanoTime();
        long last = Math.max(1, seeds / variation.share());
        var lines = run(variation, "1", Long.toString(last));
        if (lines.size() != last * PatternName.values().length) {
            throw new IllegalStateException(variation + " made " + lines.size() + " runs");
        }
        for (var line : lines) {
            if (!line.equals(expected.get(name(line)))) {
                tell(variation, lines.size(), began, "DIFFER");
                return Optional.of(firstDifference(variation, name(line)));
            }
        }
        tell(variation, lines.size(), began, "the same");
        return Optional.empty();
    }

    private static String name(String line) {
        return line.substring(0, line.lastIndexOf(' '));
    }

    private static void tell(Variation variation, int runs, long began, String logs) {
        System.out.println(
                "%-28s %9d %8d  %s"
                        .formatted(
                                variation.name(),
                                runs,
                                Duration.ofNanos(System.nanoTime() - began).toSeconds(),
                                logs));
    }

    private static String firstDifference(Variation variation, String run)
            throws IOException, InterruptedException {
        var one = lines(Variation.PLAIN, run);
        var other = lines(variation, run);
        for (int seq = 0; seq < Math.max(one.size(), other.size()); seq++) {
            var expected = seq < one.size() ? one.get(seq) : "(no more events)";
            var found = seq < other.size() ? other.get(seq) : "(no more events)";
            if (!expected.equals(found)) {
                return "%s with %s differs at seq %d:%n  %s%n  %s"
                        .formatted(run, variation, seq, expected, found);
            }
        }
        return run + " with " + variation + " differed once and then did not";
    }

    private static List<String> lines(Variation variation, String run)
            throws IOException, InterruptedException {
        var file = Files.createTempFile("run", ".jsonl");
        try {
            var words = run.split(" ", 2);
            run(variation, words[0], words[1], file.toString());
            return Files.readAllLines(file);
        } finally {
            Files.delete(file);
        }
    }

    /** What the digests' program prints in a Java of its own. */
    private static List<String> run(Variation variation, String... arguments)
            throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(variation.options());
        command.addAll(
                List.of("-cp", System.getProperty("java.class.path"), RunDigests.class.getName()));
        command.addAll(List.of(arguments));
        var java =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (var out = new BufferedReader(java.inputReader(StandardCharsets.UTF_8))) {
            var lines = out.lines().toList();
            if (java.waitFor() != 0) {
                throw new IllegalStateException(variation + " ended with " + java.exitValue());
            }
            return lines;
        } finally {
            java.destroy();
        }
    }
}
