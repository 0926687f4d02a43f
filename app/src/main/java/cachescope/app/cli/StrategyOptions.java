package cachescope.app.cli;

import cachescope.engine.event.EventFileException;
import cachescope.engine.scenario.Scenario;
import cachescope.engine.strategy.Fix;
import cachescope.engine.strategy.LiveOnly;
import cachescope.engine.strategy.OnWrite;
import cachescope.engine.strategy.PatternName;
import cachescope.engine.strategy.Problem;
import cachescope.engine.strategy.Setting;
import cachescope.engine.strategy.SimulatedOnly;
import cachescope.engine.strategy.Strategy;
import cachescope.engine.strategy.StrategyException;
import cachescope.engine.strategy.StrategyFile;
import cachescope.engine.strategy.WriteQueue;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options that choose a strategy: each overrides what the file or the default says. */
final class StrategyOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Mixin private final ProtectionOptions protection = new ProtectionOptions();

    @Option(
            names = "--strategy",
            paramLabel = "FILE",
            description = "A strategy as the window saves it; the options below override it.")
    @Nullable Path file;

    @Option(
            names = "--pattern",
            paramLabel = "NAME",
            description =
                    "cache-aside (default), read-through, write-through, write-behind, write-back, refresh-ahead, no-cache.")
    @Nullable PatternName pattern;

    @Option(
            names = "--ttl",
            paramLabel = "TIME",
            description = "How long an entry lives: 250ms, 60s (default), 5m, 1h; 0 is for ever.")
    @Nullable Duration timeToLive;

    @Option(
            names = "--negative-ttl",
            paramLabel = "TIME",
            description = "How long an absence is cached; 0 (default) is not at all.")
    @Nullable Duration negativeTimeToLive;

    @Option(
            names = "--on-write",
            paramLabel = "WHAT",
            description =
                    "What cache-aside does to the cache after a write: delete (default) or update.")
    @Nullable OnWrite onWrite;

    @Option(
            names = "--refresh-at",
            paramLabel = "SHARE",
            description =
                    "Refresh-ahead: the share of the TTL after which a read refreshes; 0.8 by default.")
    @Nullable Double refreshAt;

    @Option(
            names = "--write-delay",
            paramLabel = "TIME",
            description = "Write-behind: how long a write waits for others; 1s by default.")
    @Nullable Duration writeDelay;

    @Option(
            names = "--write-batch",
            paramLabel = "N",
            description = "Write-behind: the most writes in a transaction; 100 by default.")
    @Nullable Integer writeBatch;

    @Option(
            names = "--write-queue",
            paramLabel = "N",
            description =
                    "Write-behind: the most pending keys (and 32 MB of values); 10000 by default.")
    @Nullable Integer writeQueue;

    @Option(
            names = "--write-attempts",
            paramLabel = "N",
            description = "Write-behind: how often a batch is tried; 5 by default.")
    @Nullable Integer writeAttempts;

    @Option(
            names = "--write-backoff",
            paramLabel = "TIME",
            description =
                    "Write-behind: the wait before the second attempt, doubled each time; 100ms by default.")
    @Nullable Duration writeBackoff;

    @Option(
            names = "--database-delay",
            paramLabel = "TIME",
            description = "Added to every database call; 0 by default.")
    @Nullable Duration databaseDelay;

    @Option(
            names = "--concurrency",
            paramLabel = "N",
            description = "The most requests in flight; 64 by default.")
    @Nullable Integer concurrency;

    @Option(
            names = "--without",
            split = ",",
            paramLabel = "FIX",
            completionCandidates = FixNames.class,
            description = "Switches a remedy off, to see the race: ${COMPLETION-CANDIDATES}.")
    @Nullable List<Fix> without;

    /** The names of the fixes, for help and completion. */
    static final class FixNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(Fix.values()).map(Fix::label).iterator();
        }
    }

    /**
     * The strategy that the options describe; refused with a sentence if it makes no sense, or none
     * in the world that was chosen.
     */
    Strategy strategy(
            WorldOptions.WorldName world, ConditionOptions conditions, Optional<Scenario> scenario)
            throws StrategyException, EventFileException {
        var otherwise = scenario.map(Scenario::strategy).orElse(Strategy.DEFAULT);
        var base = file == null ? otherwise : StrategyFile.read(file);
        var chosen =
                base.withPattern(or(pattern, base.pattern()))
                        .withTimeToLive(or(timeToLive, base.timeToLive()))
                        .withNegativeTimeToLive(or(negativeTimeToLive, base.negativeTimeToLive()))
                        .withExpiry(protection.expiry(base.expiry()))
                        .withInvalidation(protection.invalidation(base.invalidation()))
                        .withGuard(protection.guard(base.guard()))
                        .withCluster(protection.cluster(base.cluster()))
                        .withEviction(protection.eviction(base.eviction()))
                        .withOnWrite(or(onWrite, base.onWrite()))
                        .withRefreshAt(or(refreshAt, base.refreshAt()))
                        .withWriteQueue(queue(base.writeQueue()))
                        .withDatabaseDelay(or(databaseDelay, base.databaseDelay()))
                        .withConcurrency(or(concurrency, base.concurrency()))
                        .withWithout(without == null ? base.without() : Set.copyOf(without));
        var given = given();
        if (world == WorldOptions.WorldName.LIVE) {
            refuse(SimulatedOnly.problems(chosen, given), given, " Add --world simulated.");
        } else {
            refuse(LiveOnly.problem(chosen).stream().toList(), given, " Add --world live.");
        }
        chosen = chosen.withConditions(conditions.conditions(base.conditions()));
        refuse(chosen.problems(given), given, "");
        return chosen;
    }

    private void refuse(List<Problem> problems, Set<Setting> given, String advice)
            throws StrategyException {
        if (!problems.isEmpty()) {
            var problem = problems.getFirst();
            throw new StrategyException(
                    place(problem.setting(), given) + ": " + problem.reason() + advice);
        }
    }

    /** Where a setting was chosen: by an option or in the file. */
    private String place(Setting setting, Set<Setting> given) {
        return file == null || given.contains(setting)
                ? setting.option()
                : file + ": field '" + setting.label() + "'";
    }

    /**
     * What was said on the command line: a setting that has no meaning is refused only if it was.
     */
    private Set<Setting> given() {
        var given = EnumSet.noneOf(Setting.class);
        if (spec.commandLine().getParseResult().hasMatchedOption(ConditionOptions.LATENCY_FROM)) {
            given.add(Setting.LATENCY);
        }
        for (var option : spec.commandLine().getParseResult().matchedOptions()) {
            Arrays.stream(Setting.values())
                    .filter(setting -> setting.option().equals(option.longestName()))
                    .forEach(given::add);
        }
        return given;
    }

    private WriteQueue queue(WriteQueue base) {
        return new WriteQueue(
                or(writeDelay, base.delay()),
                or(writeBatch, base.batch()),
                or(writeQueue, base.capacity()),
                or(writeAttempts, base.attempts()),
                or(writeBackoff, base.backoff()));
    }

    private static <T> T or(@Nullable T chosen, T otherwise) {
        return chosen == null ? otherwise : chosen;
    }
}
