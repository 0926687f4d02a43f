package cachescope.app.cli;

import cachescope.engine.traffic.CsvColumns;
import cachescope.engine.traffic.Format;
import cachescope.engine.traffic.ReadingOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say how a recording is read, and how much of it. */
final class ReadingForm {
    private static final double RATE_MAX = 1e9;

    @Option(
            names = "--format",
            paramLabel = "F",
            description = "Its format, where its content does not tell; see 'formats'.")
    private @Nullable String format;

    @Option(
            names = "--columns",
            paramLabel = "NAME=N,...",
            description =
                    "Of a csv without a header: which column holds what, from 0, as in at=0,key=2.")
    private @Nullable String columns;

    @Option(
            names = "--rate",
            paramLabel = "R",
            description = "Requests a second, where the recording has no times (default: 1000).")
    private double rate = 1000;

    @Option(
            names = "--skip-bad",
            paramLabel = "N",
            description =
                    "Pass over up to N bad lines and say how many there were (default: ${DEFAULT-VALUE}).")
    private long skipBad;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "Stop after so many requests; all by default.")
    private long limit = Long.MAX_VALUE;

    /** After how many requests to stop. */
    long limit() throws InvalidInput {
        if (limit < 1) {
            throw new InvalidInput(
                    "--limit: " + limit + " is too few requests: expected 1 or more", null);
        }
        return limit;
    }

    /** How the recording is read; refused with a sentence if that makes no sense. */
    ReadingOptions reading() throws InvalidInput {
        if (skipBad < 0) {
            throw new InvalidInput(
                    "--skip-bad: " + skipBad + " is too few lines: expected 0 or more", null);
        }
        if (!(rate > 0 && rate <= RATE_MAX)) {
            throw new InvalidInput(
                    "--rate: expected more than 0 and at most 1000000000 requests a second", null);
        }
        try {
            return new ReadingOptions(
                    format == null ? null : format(format),
                    columns == null ? null : CsvColumns.parse(columns),
                    rate,
                    skipBad);
        } catch (IllegalArgumentException wrong) {
            throw new InvalidInput("--" + wrong.getMessage(), wrong);
        }
    }

    private static Format format(String name) throws InvalidInput {
        return Format.named(name)
                .orElseThrow(() ->
                        new InvalidInput(
                                "--format: '"
                                        + name
                                        + "' is unknown: expected one of "
                                        + Format.labels(),
                                null));
    }
}
