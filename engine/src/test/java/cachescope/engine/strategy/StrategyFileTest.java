package cachescope.engine.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class StrategyFileTest {
    @TempDir Path folder;

    @Test
    void whatIsWrittenIsReadBackAsTheSame() throws Exception {
        var file = folder.resolve("s.json");
        var strategy = Strategy.DEFAULT.withConcurrency(7);

        StrategyFile.write(file, Strategy.DEFAULT);
        StrategyFile.write(file, strategy);

        assertThat(StrategyFile.read(file)).isEqualTo(strategy);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aMissingFileIsNamed() {
        var file = folder.resolve("none.json");
        assertThatThrownBy(() -> StrategyFile.read(file))
                .isInstanceOf(StrategyException.class)
                .hasMessage(file + ": there is no such file.");
    }

    @Test
    void aFolderIsNoStrategy() {
        assertThatThrownBy(() -> StrategyFile.read(folder))
                .hasMessage(folder + ": expected a strategy file, but this is a folder.");
    }

    @Test
    void aBinaryFileIsNoStrategy() throws IOException {
        var file = Files.write(folder.resolve("s.json"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertThatThrownBy(() -> StrategyFile.read(file))
                .hasMessage(file + ": expected JSON in UTF-8, but this is not text.");
    }

    @Test
    void anEmptyFileIsNoStrategy() throws IOException {
        var file = Files.createFile(folder.resolve("s.json"));
        assertThatThrownBy(() -> StrategyFile.read(file))
                .hasMessageStartingWith(file + ": expected a JSON object");
    }

    @Test
    void aHugeFileIsNotRead() throws IOException {
        var file = folder.resolve("s.json");
        try (var sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(1_000_000_000_000L);
        }
        assertThatThrownBy(() -> StrategyFile.read(file))
                .hasMessage(
                        file
                                + ": expected a strategy file of at most 1000000 bytes, but it has more.");
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "it needs a device without an end")
    void aDeviceWithoutAnEndIsNotRead() {
        assertThatThrownBy(() -> StrategyFile.read(Path.of("/dev/zero")))
                .hasMessage(
                        "/dev/zero: expected a strategy file of at most 1000000 bytes, but it has more.");
    }

    @Test
    void aFileThatIsCutOffIsRefusedInTheWordsOfPeople() throws IOException {
        var file = Files.writeString(folder.resolve("s.json"), "{\"ttl\":\"60s\"");
        assertThatThrownBy(() -> StrategyFile.read(file))
                .hasMessage(
                        file
                                + ": expected JSON, but line 1, column 13 is not: Unexpected end-of-input: expected close marker for Object.");
    }

    @Test
    void aFolderThatIsNotThereCannotBeWrittenTo() {
        var file = folder.resolve("none").resolve("s.json");
        assertThatThrownBy(() -> StrategyFile.write(file, Strategy.DEFAULT))
                .isInstanceOf(StrategyException.class)
                .hasMessageStartingWith(file + ": cannot be written (");
    }
}
