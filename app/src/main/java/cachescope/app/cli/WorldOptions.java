package cachescope.app.cli;

import cachescope.engine.run.LiveOptions;
import cachescope.engine.run.LiveWorld;
import cachescope.engine.run.RunException;
import cachescope.engine.run.World;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that say what a run stands on, and how fast its traffic runs. */
final class WorldOptions {
    @Option(
            names = "--world",
            paramLabel = "WORLD",
            description = "live: a real Redis and a real SQLite (default: ${DEFAULT-VALUE}).")
    WorldName world = WorldName.LIVE;

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
                    "Recorded seconds in one second; all durations of the strategy shrink with it (default: ${DEFAULT-VALUE}).")
    Speed speed = Speed.MAX;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Of all that is drawn at random (default: ${DEFAULT-VALUE}).")
    long seed = 1;

    /** Opens the world that was chosen. When the program is interrupted, what it started for it outlives the command. */
    World open(Interruption interruption) throws RunException {
        return switch (world) {
            case LIVE -> {
                var live = LiveWorld.open(new LiveOptions(redis, database));
                live.server().ifPresent(server -> server.endsAfter(interruption::awaitFinish));
                yield live;
            }
        };
    }

    /** The worlds there are. */
    enum WorldName {
        LIVE;

        /** Reads a name; refuses one that there is not. */
        static WorldName of(String text) {
            if (text.equals("live")) {
                return LIVE;
            }
            throw new TypeConversionException("expected live, but found '" + text + "'");
        }

        @Override
        public String toString() {
            return "live";
        }
    }
}
