package cachescope.app.cli;

import cachescope.engine.projection.Report;
import cachescope.engine.projection.ReportCsv;
import cachescope.engine.projection.ReportText;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** In which form a report comes; at most one of these, and for people without any. */
final class ReportForm {
    private static final Path STANDARD_OUTPUT = Path.of("-");

    @Option(names = "--json", description = "The report as one JSON object.")
    private boolean json;

    @Option(
            names = "--csv",
            paramLabel = "OUT",
            description =
                    "The report as CSV, a header and a line, into a file; - is standard output.")
    private @Nullable Path csv;

    /** Writes a report where it belongs. */
    void write(Report report, PrintWriter out) throws InvalidInput {
        if (json) {
            out.println(report.json());
        } else if (csv == null) {
            out.print(ReportText.of(report));
        } else if (csv.equals(STANDARD_OUTPUT)) {
            out.print(ReportCsv.of(report));
        } else {
            write(csv, ReportCsv.of(report));
        }
        out.flush();
    }

    private static void write(Path file, String text) throws InvalidInput {
        try {
            Files.writeString(file, text);
        } catch (IOException unwritable) {
            throw new InvalidInput(
                    "--csv: "
                            + file
                            + " cannot be written: expected a file in a folder that is there",
                    unwritable);
        }
    }
}
