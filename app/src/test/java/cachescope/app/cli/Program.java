package cachescope.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import cachescope.app.picture.Camera;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The command line in this process, and what a start of it left behind. */
record Program(int exitCode, String output, String errors) {
    /** What the command line ends with where it opens the window. */
    static final int WINDOW = 42;

    private static final Pattern PROGRESS = Pattern.compile("(\\[=* *] +\\d+ % )?[\\d,]+ requests");

    static final Camera NO_CAMERA =
            (_, _) -> {
                throw new AssertionError("no picture was asked for");
            };

    static Program run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int code =
                CachescopeCommand.run(
                        _ -> WINDOW,
                        NO_CAMERA,
                        new PrintWriter(out),
                        new PrintWriter(err, true),
                        arguments);
        return new Program(code, out.toString(), err.toString());
    }

    /** A bundled recording. */
    static String recording(String name) {
        return Path.of("..", "assets", "traffic", name).toString();
    }

    /** It went well, without a word of complaint. */
    Program assertDone() {
        assertThat(complaints()).isEmpty();
        assertThat(exitCode).isZero();
        return this;
    }

    /**
     * It was refused in one sentence on standard error (with a hint at the help, if the arguments
     * are wrong), and in no other place.
     */
    Program assertRefused(int code, String sentence) {
        assertThat(complaints().filter(line -> !line.startsWith("See '")))
                .singleElement(STRING)
                .contains(sentence)
                .startsWith("cachescope")
                .doesNotContain("Exception")
                .doesNotContain("java.")
                .doesNotContainPattern("\\bat [a-z.]+\\(");
        assertThat(output).isEmpty();
        assertThat(exitCode).isEqualTo(code);
        return this;
    }

    /** What was said on standard error, but for how far it was, as is told on a slow machine. */
    private Stream<String> complaints() {
        return errors.strip().lines().filter(line -> !PROGRESS.matcher(line).matches());
    }
}
