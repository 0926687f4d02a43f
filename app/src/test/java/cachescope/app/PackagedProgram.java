package cachescope.app;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The folder that the build leaves, started as a person would start it: by its launcher, in some
 * directory.
 */
record PackagedProgram(Path folder, Path workingDirectory, Map<String, String> environment) {
    private static final int TIMEOUT_SECONDS = 60;

    /** Each start is for one task, where it does not pay to compile well. */
    private static final String QUICK_TO_START = "-XX:TieredStopAtLevel=1";

    /** What a finished start left behind. */
    record Ended(int exitCode, String output, String errors) {}

    /** The program of this build, on the Java that runs this test. */
    static PackagedProgram in(Path workingDirectory) {
        var folder = Path.of(System.getProperty("cachescope.folder"));
        return new PackagedProgram(
                folder,
                workingDirectory,
                Map.of(
                        "JAVA_HOME",
                        System.getProperty("java.home"),
                        "CACHESCOPE_OPTS",
                        QUICK_TO_START));
    }

    PackagedProgram with(String variable, String value) {
        var more = new HashMap<>(environment);
        more.put(variable, value);
        return new PackagedProgram(folder, workingDirectory, Map.copyOf(more));
    }

    /**
     * Starts the program and waits for its end; a program that does not end within a minute is
     * ended and fails the test.
     */
    Ended start(String... arguments) throws IOException, InterruptedException {
        return startBy(launcher(), arguments);
    }

    /** As {@link #start}, by another path to the launcher. */
    Ended startBy(Path launcher, String... arguments) throws IOException, InterruptedException {
        return beginBy(launcher, arguments).await();
    }

    /** Starts the program and lets it run; {@link Running#await} must follow. */
    Running begin(String... arguments) throws IOException {
        return beginBy(launcher(), arguments);
    }

    private Running beginBy(Path launcher, String... arguments) throws IOException {
        var output = Files.createTempFile("cachescope", ".out");
        var errors = Files.createTempFile("cachescope", ".err");
        var builder =
                new ProcessBuilder(
                        Stream.concat(Stream.of(launcher.toString()), Stream.of(arguments))
                                .toList());
        builder.directory(workingDirectory.toFile())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile());
        builder.environment()
                .keySet()
                .removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "CACHESCOPE_OPTS"));
        builder.environment().putAll(environment);
        var process = builder.start();
        process.getOutputStream().close();
        return new Running(process, String.join(" ", arguments), output, errors);
    }

    /** A start that has not ended yet. */
    record Running(Process process, String arguments, Path output, Path errors) {

        /** What Ctrl-C does. */
        void interrupt() throws IOException, InterruptedException {
            var kill = new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start();
            assertThat(kill.waitFor()).isZero();
        }

        /** Waits for the end, at most for a minute. */
        Ended await() throws IOException, InterruptedException {
            try {
                assertThat(process.waitFor(TIMEOUT_SECONDS, SECONDS))
                        .as("%s ends within %d s", arguments, TIMEOUT_SECONDS)
                        .isTrue();
                return new Ended(
                        process.exitValue(), Files.readString(output), Files.readString(errors));
            } finally {
                process.destroyForcibly();
                Files.delete(output);
                Files.delete(errors);
            }
        }
    }

    /** The path of a recording that comes with the program. */
    String bundledTraffic() {
        return folder.resolve("assets/traffic/generated-flash-sale.jsonl.gz").toString();
    }

    Path launcher() {
        var windows = System.getProperty("os.name").startsWith("Windows");
        return folder.resolve("bin").resolve(windows ? "cachescope.bat" : "cachescope");
    }
}
