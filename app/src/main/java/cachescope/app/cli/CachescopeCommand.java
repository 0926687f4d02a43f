package cachescope.app.cli;

import cachescope.app.picture.Camera;
import cachescope.app.picture.PictureSize;
import cachescope.app.theme.Mode;
import cachescope.engine.event.Tier;
import cachescope.engine.sizing.By;
import cachescope.engine.strategy.AdaptiveSteps;
import cachescope.engine.strategy.Balancer;
import cachescope.engine.strategy.Durations;
import cachescope.engine.strategy.EvictionName;
import cachescope.engine.strategy.ExpiryName;
import cachescope.engine.strategy.FaultText;
import cachescope.engine.strategy.Fix;
import cachescope.engine.strategy.GuardName;
import cachescope.engine.strategy.InvalidationName;
import cachescope.engine.strategy.LatencyText;
import cachescope.engine.strategy.NearTtl;
import cachescope.engine.strategy.OnLockTimeout;
import cachescope.engine.strategy.OnWrite;
import cachescope.engine.strategy.PatternName;
import cachescope.engine.strategy.StrategyException;
import cachescope.engine.strategy.TagForm;
import cachescope.engine.strategy.fault.FaultRule;
import cachescope.engine.strategy.latency.TierLatency;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.MaxValuesExceededException;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The program as a command, with its subcommands. Without arguments the program opens its window
 * instead.
 */
@Command(
        name = "cachescope",
        version = "cachescope 0.1.0",
        mixinStandardHelpOptions = true,
        subcommands = {
            ReplayCommand.class,
            HitRatioCommand.class,
            CurveCommand.class,
            WatchCommand.class,
            SnapshotCommand.class,
            FormatsCommand.class,
            GenerateCompletion.class
        },
        description =
                "A visual explorer of caching strategies. Without arguments it opens its window.",
        footer = {
            "",
            "Exit codes: 0 done; 1 the run failed; 2 wrong arguments or input; 130 interrupted."
        })
public final class CachescopeCommand implements Callable<Integer> {
    private final Window window;
    private final Camera camera;

    @Option(
            names = "--trace-start",
            description =
                    "Tell on standard error how long the window took to open and to show a packet.")
    private boolean traceStart;

    @Option(
            names = "--exit-after-first-packet",
            hidden = true,
            description = "Close the window when it has shown a packet.")
    private boolean exitAfterFirstPacket;

    private CachescopeCommand(Window window, Camera camera) {
        this.window = window;
        this.camera = camera;
    }

    /**
     * How the window opens.
     *
     * @param traceStart whether it tells how long that took
     * @param exitAfterFirstPacket whether it closes when it has shown a packet
     * @param savedLog the saved log to show; empty to play traffic
     */
    public record Opening(
            boolean traceStart, boolean exitAfterFirstPacket, Optional<Path> savedLog) {}

    /** The window that opens where no command is given. */
    @FunctionalInterface
    public interface Window {
        /** Blocks until the window is closed, and returns the exit code. */
        int open(Opening opening);
    }

    /**
     * Runs the command that the arguments name, or opens the window if they name none, and returns
     * the exit code. Results go to standard output, the rest to standard error.
     */
    public static int run(Window window, Camera camera, String... arguments) {
        return run(
                window,
                camera,
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                arguments);
    }

    /** The same, with results and messages going elsewhere. */
    public static int run(
            Window window, Camera camera, PrintWriter out, PrintWriter err, String... arguments) {
        return new CommandLine(new CachescopeCommand(window, camera))
                .registerConverter(Path.class, CachescopeCommand::path)
                .registerConverter(Duration.class, reading(Durations::parse))
                .registerConverter(PatternName.class, reading(PatternName::of))
                .registerConverter(OnWrite.class, reading(OnWrite::of))
                .registerConverter(ExpiryName.class, reading(ExpiryName::of))
                .registerConverter(
                        ProtectionOptions.Steps.class,
                        reading(text -> new ProtectionOptions.Steps(AdaptiveSteps.parse(text))))
                .registerConverter(InvalidationName.class, reading(InvalidationName::of))
                .registerConverter(TagForm.class, reading(TagForm::of))
                .registerConverter(GuardName.class, reading(GuardName::of))
                .registerConverter(EvictionName.class, reading(EvictionName::of))
                .registerConverter(OnLockTimeout.class, reading(OnLockTimeout::of))
                .registerConverter(Balancer.class, reading(Balancer::of))
                .registerConverter(
                        ProtectionOptions.NearTime.class,
                        reading(text -> new ProtectionOptions.NearTime(NearTtl.parse(text))))
                .registerConverter(Fix.class, reading(Fix::of))
                .registerConverter(TierLatency.class, reading(LatencyText::parseTier))
                .registerConverter(FaultRule.class, reading(FaultText::parse))
                .registerConverter(Speed.class, Speed::parse)
                .registerConverter(WorldOptions.WorldName.class, WorldOptions.WorldName::of)
                .registerConverter(By.class, constant(By.values()))
                .registerConverter(Mode.class, constant(Mode.values()))
                .registerConverter(Tier.class, constant(Tier.values()))
                .registerConverter(PictureSize.class, SnapshotOptions::size)
                .registerConverter(Integer.class, NumberArguments::integer)
                .registerConverter(long.class, NumberArguments::whole)
                .registerConverter(Long.class, NumberArguments::whole)
                .registerConverter(double.class, NumberArguments::number)
                .registerConverter(Double.class, NumberArguments::number)
                .setParameterExceptionHandler(CachescopeCommand::refuse)
                .setOut(out)
                .setErr(err)
                .execute(arguments);
    }

    @Override
    public Integer call() {
        return open(Optional.empty());
    }

    int open(Optional<Path> savedLog) {
        return window.open(new Opening(traceStart, exitAfterFirstPacket, savedLog));
    }

    Camera camera() {
        return camera;
    }

    /** How the engine reads a word; refuses it with a sentence. */
    @FunctionalInterface
    private interface Reading<T> {
        T read(String text) throws StrategyException;
    }

    private static <T> ITypeConverter<T> reading(Reading<T> reading) {
        return text -> {
            try {
                return reading.read(text);
            } catch (StrategyException wrong) {
                var refusal = new TypeConversionException(String.valueOf(wrong.getMessage()));
                refusal.initCause(wrong);
                throw refusal;
            }
        };
    }

    /** A constant by its name in any case; refuses others with the names as the help has them. */
    private static <E extends Enum<E>> ITypeConverter<E> constant(E[] constants) {
        return text -> {
            for (var constant : constants) {
                if (constant.name().equalsIgnoreCase(text)) {
                    return constant;
                }
            }
            var names = Arrays.stream(constants).map(Enum::name).collect(Collectors.joining(", "));
            throw new TypeConversionException(
                    "expected one of "
                            + names.toLowerCase(Locale.ROOT)
                            + ", but found '"
                            + text
                            + "'");
        };
    }

    /** An empty name would be taken for the working directory. */
    private static Path path(String text) {
        if (text.isEmpty()) {
            throw new TypeConversionException("expected the name of a file, but found nothing");
        }
        try {
            return Path.of(text);
        } catch (InvalidPathException wrong) {
            var refusal = new TypeConversionException("'" + text + "' can't be the name of a file");
            refusal.initCause(wrong);
            throw refusal;
        }
    }

    /** What is wrong, in words of its own where those of the parser are about the parser. */
    private static String sentence(ParameterException wrong) {
        return switch (wrong) {
            case UnmatchedArgumentException unknown when !unknown.isUnknownOption() -> {
                var found = "'" + unknown.getUnmatched().getFirst() + "'";
                yield wrong.getCommandLine().getParent() == null
                        ? found
                                + " is no command: expected replay, hit-ratio, curve, watch, snapshot or formats"
                        : found + " is not expected here: options begin with --";
            }
            case MutuallyExclusiveArgsException _ ->
                    "--json and --csv exclude each other: expected one of them";
            case MaxValuesExceededException _ ->
                    "--json and --csv say in which form the report comes: expected one of them, once";
            default -> String.valueOf(wrong.getMessage());
        };
    }

    private static int refuse(ParameterException wrong, String[] arguments) {
        var command = wrong.getCommandLine();
        var name = command.getCommandSpec().qualifiedName();
        command.getErr().println(name + ": " + sentence(wrong));
        command.getErr().println("See '" + name + " --help'.");
        return ExitCode.WRONG_INPUT;
    }
}
