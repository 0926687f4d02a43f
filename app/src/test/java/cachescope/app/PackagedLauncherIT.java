package cachescope.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the packaged launcher finds Java and what it hands to it. */
class PackagedLauncherIT {
    @TempDir Path directory;
    PackagedProgram program;

    @BeforeEach
    void workInADirectoryOfItsOwn() {
        program = PackagedProgram.in(directory);
    }

    @Test
    void tellsItsVersionAndNothingElse() throws Exception {
        var ended = program.start("--version");

        assertThat(ended.errors()).isEmpty();
        assertThat(ended.output()).startsWith("cachescope ").hasLineCount(1);
        assertThat(ended.exitCode()).isZero();
    }

    @Test
    void keepsTheExitCodeAndCleanOutputWhenArgumentsAreWrong() throws Exception {
        var ended = program.start("--no-such-option");

        assertThat(ended.errors()).contains("--no-such-option").doesNotContain("Exception");
        assertThat(ended.output()).isEmpty();
        assertThat(ended.exitCode()).isEqualTo(2);
    }

    @Test
    @DisabledOnOs(
            value = OS.WINDOWS,
            disabledReason = "quoting on its command line is another matter")
    void passesArgumentsUntouched() throws Exception {
        var argument = "two  words, a \"quote\", it's * $HOME";

        assertThat(program.start(argument).errors()).contains(argument);
    }

    @Test
    void passesFurtherOptionsToJava() throws Exception {
        var ended = program.with("CACHESCOPE_OPTS", "-showversion -Dunused=*").start("--version");

        assertThat(ended.errors()).contains(System.getProperty("java.version"));
        assertThat(ended.exitCode()).isZero();
    }

    @Test
    void sizesWithTheCollectorThatIsAskedForAndSaysNothingOfIt() throws Exception {
        var arguments =
                new String[] {
                    "hit-ratio",
                    "--traffic",
                    program.bundledTraffic(),
                    "--eviction",
                    "lru",
                    "--capacities",
                    "10"
                };
        var ownChoice = program.start(arguments);
        var asked = program.with("CACHESCOPE_OPTS", "-XX:+UseParallelGC").start(arguments);

        assertThat(ownChoice.errors()).isEmpty();
        assertThat(ownChoice.output()).contains("hit ratio");
        assertThat(asked.errors()).isEmpty();
        assertThat(asked.output()).contains("hit ratio");
    }

    @Test
    void takesNothingElseFromTheEnvironment() throws Exception {
        var ended = program.with("memory", "-showversion").start("--version");

        assertThat(ended.errors()).isEmpty();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need rights there")
    void isFoundThroughSymbolicLinks() throws Exception {
        var link = Files.createSymbolicLink(directory.resolve("link"), program.launcher());
        var linkToLink =
                Files.createSymbolicLink(directory.resolve("cachescope"), link.getFileName());

        assertThat(program.startBy(linkToLink, "--version").exitCode()).isZero();
        Files.delete(linkToLink);
        Files.delete(link);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "a script cannot stand for java.exe")
    void refusesAnOlderJavaInASentence() throws Exception {
        var older = olderJava();
        var ended =
                program.with("JAVA_HOME", older.toString())
                        .with("PATH", older.resolve("bin") + ":/usr/bin:/bin")
                        .start("--version");

        assertThat(ended.errors())
                .hasLineCount(1)
                .contains("Java 25 or newer is needed", older.resolve("bin/java") + " is Java 21");
        assertThat(ended.output()).isEmpty();
        assertThat(ended.exitCode()).isEqualTo(1);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "a script cannot stand for java.exe")
    void takesJavaFromThePathWhereJavaHomeIsTooOld() throws Exception {
        var path = Path.of(System.getProperty("java.home"), "bin") + ":/usr/bin:/bin";
        var ended =
                program.with("JAVA_HOME", olderJava().toString())
                        .with("PATH", path)
                        .start("--version");

        assertThat(ended.errors()).isEmpty();
        assertThat(ended.exitCode()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "hit-ratio --help"})
    @DisabledIfSystemProperty(
            named = "cachescope.notes.skip",
            matches = "true|",
            disabledReason = "the build was told to note nothing, or is on Windows")
    void startsWithWhatTheBuildNotedOfLoadingAndCompiling(String arguments) throws Exception {
        var ended = program.with("CACHESCOPE_OPTS", "-XX:AOTMode=on").start(arguments.split(" "));

        assertThat(ended.errors()).isEmpty();
        assertThat(ended.exitCode()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-XX:-UseCompressedOops", "-Xshare:auto", "-XX:AOTCache=none.aot"})
    void startsAsQuietlyWhereTheNotesDoNotFitOrOthersAreGiven(String options) throws Exception {
        var ended = program.with("CACHESCOPE_OPTS", options).start("--version");

        assertThat(ended.errors()).isEmpty();
        assertThat(ended.exitCode()).isZero();
    }

    /** The home of a Java 21 that cannot be started: its release file tells enough. */
    private Path olderJava() throws IOException {
        var home = Files.createDirectories(directory.resolve("older java"));
        var java = Files.createFile(Files.createDirectories(home.resolve("bin")).resolve("java"));
        assertThat(java.toFile().setExecutable(true)).isTrue();
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"21.0.4\"\n");
        return home;
    }
}
