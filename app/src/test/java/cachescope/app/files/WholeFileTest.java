package cachescope.app.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class WholeFileTest {
    @TempDir Path folder;

    @Test
    void whatIsWrittenReplacesWhatWasThere() throws IOException {
        var file = Files.writeString(folder.resolve("a.png"), "old");

        WholeFile.write(file, part -> Files.writeString(part, "new"));

        assertThat(file).hasContent("new");
        assertThatFolderHolds(file);
    }

    @Test
    void afterAFailureTheOldFileIsThereAndNothingElse() throws IOException {
        var file = Files.writeString(folder.resolve("a.png"), "old");

        assertThatThrownBy(() ->
                        WholeFile.write(
                                file,
                                part -> {
                                    Files.writeString(part, "half");
                                    throw new IOException("No space left on device");
                                }))
                .isInstanceOf(IOException.class)
                .hasMessage("cannot write " + file + ": No space left on device");
        assertThat(file).hasContent("old");
        assertThatFolderHolds(file);
    }

    @Test
    void aFileOfSomebodyElseBesideItIsKept() throws IOException {
        var file = folder.resolve("a.png");
        var other = Files.writeString(folder.resolve("a.png.part"), "theirs");

        WholeFile.write(file, part -> Files.writeString(part, "mine"));

        assertThat(other).hasContent("theirs");
        assertThatFolderHolds(file, other);
    }

    @Test
    void aFolderIsNoFile() {
        assertThatThrownBy(() -> WholeFile.write(folder, _ -> {}))
                .hasMessageContaining("it is a folder");
    }

    @Test
    void aMissingFolderIsNamedAsSuch() {
        assertThatThrownBy(() ->
                        WholeFile.write(
                                folder.resolve("b").resolve("c"),
                                part -> Files.writeString(part, "")))
                .hasMessageContaining("its folder does not exist");
    }

    private void assertThatFolderHolds(Path... expected) throws IOException {
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(expected);
        }
    }
}
