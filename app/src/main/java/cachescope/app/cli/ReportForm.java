package cachescope.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
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
            description = "The report as CSV with a header, into a file; - is standard output.")
    private @Nullable Path csv;

    /** A report in each form; lines end with their ends, but for JSON. */
    record Forms(Supplier<String> json, Supplier<String> csv, Supplier<String> text) {}

    /** The file that the report goes to; absent if to none. */
    @Nullable Path file() {
        return STANDARD_OUTPUT.equals(csv) ? null : csv;
    }

    /** Refuses, before anything runs, a file that can't be written in the end. */
    void check() throws InvalidInput {
        var file = file();
        if (file != null) {
            var problem = problem(file);
            if (problem.isPresent()) {
                throw new InvalidInput(
                        "--csv: " + file + " cannot be written: " + problem.get(), null);
            }
        }
    }

    private static Optional<String> problem(Path file) {
        var folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file)) {
            return Optional.of("it is a folder");
        }
        if (folder == null || !Files.isDirectory(folder)) {
            return Optional.of("its folder does not exist");
        }
        return Files.isWritable(Files.exists(file) ? file : folder)
                ? Optional.empty()
                : Optional.of("permission denied");
    }

    /**
     * Writes a report where it belongs. Throws with a sentence if that is not possible; a report
     * that a file does not take is on standard output then.
     */
    void write(Forms report, PrintWriter out) throws IOException {
        if (json) {
            out.println(report.json().get());
        } else if (csv == null) {
            out.print(report.text().get());
        } else if (csv.equals(STANDARD_OUTPUT)) {
            out.print(report.csv().get());
        } else {
            write(csv, report.csv().get(), out);
        }
        if (out.checkError()) {
            throw new IOException("the report could not be written to standard output");
        }
    }

    private static void write(Path file, String text, PrintWriter out) throws IOException {
        try {
            Files.writeString(file, text);
        } catch (IOException unwritable) {
            out.print(text);
            out.flush();
            throw new IOException(
                    "--csv: "
                            + file
                            + " cannot be written, so the report is on standard output: "
                            + unwritable.getMessage(),
                    unwritable);
        }
    }
}
