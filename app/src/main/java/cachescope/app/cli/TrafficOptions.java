package cachescope.app.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which traffic to read, and how. */
final class TrafficOptions {
    @Option(
            names = "--traffic",
            required = true,
            paramLabel = "FILE",
            description = "The recording; .gz is read as it is; - is standard input.")
    String traffic = "";

    @Option(
            names = "--format",
            paramLabel = "F",
            description = "Its format, where its content does not tell; see 'formats'.")
    @Nullable String format;

    @Option(
            names = "--columns",
            paramLabel = "NAME=N,...",
            description =
                    "Of a csv without a header: which column holds what, from 0, as in at=0,key=2.")
    @Nullable String columns;

    @Option(
            names = "--rate",
            paramLabel = "R",
            description =
                    "Requests a second, where the recording has no times (default: ${DEFAULT-VALUE}).")
    double rate = 1000;

    @Option(
            names = "--skip-bad",
            paramLabel = "N",
            description =
                    "Pass over up to N bad lines and say how many there were (default: ${DEFAULT-VALUE}).")
    long skipBad;

    @Option(names = "--limit", paramLabel = "N", description = "Stop after so many requests.")
    long limit = Long.MAX_VALUE;
}
