package cachescope.app.cli;

import cachescope.engine.run.LiveOptions;
import cachescope.engine.run.LiveWorld;
import cachescope.engine.run.RunException;
import cachescope.engine.run.SimulatedWorld;
import cachescope.engine.run.World;
import cachescope.engine.scenario.Scenario;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that say what a run stands on, and how fast its traffic runs. */
final class WorldOptions {
    /** The simulated world's speed: recorded time is its virtual time. */
    private static final double RECORDED = 1;

    @Option(
            names = "--world",
            paramLabel = "WORLD",
            description =
                    "live: a real Redis and a real SQLite (default); simulated: both in virtual time, the same for a seed.")
    private @Nullable WorldName chosen;

    @Option(
            names = "--redis",
            paramLabel = "URL",
            description =
                    "redis://[user:password@]host[:port][/database] or rediss://...; without it the bundled server is started.")
    @Nullable String redis;

    @Option(
            names = "--database",
            paramLabel = "FILE",
            description = "An SQLite file that is kept; without it a temporary one is used.")
    @Nullable Path database;

    @Option(
            names = "--empty-database",
            description =
                    "Start with no records; otherwise every key of the traffic is there in version 1.")
    boolean emptyDatabase;

    @Option(
            names = "--speed",
            paramLabel = "X|max",
            description =
                    "Recorded seconds in one second; all durations of the strategy shrink with it (default: max, of a scenario 1).")
    private @Nullable Speed speed;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Of all that is drawn at random; 1 by default.")
    private @Nullable Long seed;

    private Optional<Scenario> scenario = Optional.empty();

    /** Takes what was not chosen from a scenario, if there is one. */
    void follow(Optional<Scenario> newScenario) {
        scenario = newScenario;
    }

    /** The world that was chosen. */
    WorldName world() {
        var otherwise =
                scenario.filter(Scenario::simulated).isPresent()
                        ? WorldName.SIMULATED
                        : WorldName.LIVE;
        return chosen == null ? otherwise : chosen;
    }

    long seed() {
        return seed == null ? scenario.map(Scenario::seed).orElse(1L) : seed;
    }

    /** Recorded seconds in one second; 0 is as fast as possible. */
    double speed() {
        if (world() == WorldName.SIMULATED) {
            return RECORDED;
        }
        if (speed == null) {
            return scenario.isPresent() ? RECORDED : Speed.MAX.factor();
        }
        return speed.factor();
    }

    /** Refuses options that mean nothing in the world that was chosen. */
    void check() throws InvalidInput {
        if (world() == WorldName.SIMULATED) {
            refuse("--redis", redis, "its Redis is simulated too");
            refuse("--database", database, "its database is simulated too");
            refuse("--speed", speed, "recorded time is its virtual time");
        }
    }

    private static void refuse(String option, @Nullable Object value, String reason)
            throws InvalidInput {
        if (value != null) {
            throw new InvalidInput(
                    option + ": means nothing in the simulated world: " + reason, null);
        }
    }

    /**
     * Opens the world that was chosen. When the program is interrupted, what it started for it
     * outlives the command.
     */
    World open(Interruption interruption) throws RunException {
        return switch (world()) {
            case LIVE -> {
                var live = LiveWorld.open(new LiveOptions(redis, database));
                live.server().ifPresent(server -> server.endsAfter(interruption::awaitFinish));
                yield live;
            }
            case SIMULATED -> new SimulatedWorld();
        };
    }

    /** The worlds there are. */
    enum WorldName {
        LIVE,
        SIMULATED;

        /** Reads a name; refuses one that there is not. */
        static WorldName of(String text) {
            for (var world : values()) {
                if (world.toString().equals(text)) {
                    return world;
                }
            }
            throw new TypeConversionException(
                    "expected live or simulated, but found '" + text + "'");
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
