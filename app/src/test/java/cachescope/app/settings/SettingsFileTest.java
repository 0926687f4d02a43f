package cachescope.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.engine.strategy.PatternName;
import cachescope.engine.strategy.Strategy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("NullAway.Init")
class SettingsFileTest {
    @TempDir Path folder;

    @Test
    void whatWasSavedIsLoadedAgain() {
        var settings =
                new Settings(
                        Optional.of(new WindowPlace(10, 20, 1440, 900, true)),
                        false,
                        Optional.of(Strategy.DEFAULT.withPattern(PatternName.WRITE_BEHIND)),
                        Optional.of(Path.of("/traffic/a \"b\".jsonl")),
                        Optional.of(Path.of("/traffic")),
                        List.of(Path.of("/traffic/a"), Path.of("/traffic/b")),
                        0.00025,
                        true,
                        true,
                        -7,
                        Optional.of(List.of("expiry", "trouble")));
        assertThat(file().save(settings)).isEmpty();
        assertThat(file().load()).isEqualTo(new SettingsFile.Loaded(settings, Optional.empty()));
    }

    @Test
    void theFirstStartHasTheDefaultsWithoutAWord() {
        assertThat(file().load())
                .isEqualTo(new SettingsFile.Loaded(Settings.DEFAULT, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{\"playheadRate\": \"fast\"}",
                "{\"strategy\": {\"pattern\": \"lucky\"}}",
                "{\"strategy\": {\"pattern\": \"refresh-ahead\", \"ttl\": \"0\"}}",
                "{\"window\": {\"x\": \"left\"}}",
            })
    void aBrokenFileGivesTheDefaultsAndASentence(String text) throws IOException {
        Files.createDirectories(path().getParent());
        Files.writeString(path(), text);
        var loaded = file().load();
        assertThat(loaded.settings()).isEqualTo(Settings.DEFAULT);
        assertThat(loaded.complaint()).get().asString().contains(path().toString()).endsWith(".");
    }

    @Test
    void rubbishGivesTheDefaultsAndASentence() throws IOException {
        Files.createDirectories(path().getParent());
        Files.write(path(), new byte[] {(byte) 0xff, 0, (byte) 0xfe});
        assertThat(file().load().complaint()).isPresent();
    }

    @Test
    void aFolderInItsPlaceGivesTheDefaultsAndASentence() throws IOException {
        Files.createDirectories(path());
        assertThat(file().load().complaint()).isPresent();
    }

    @Test
    void unknownFieldsOfALaterVersionArePassedOver() throws IOException {
        Files.createDirectories(path().getParent());
        Files.writeString(path(), "{\"theme\": \"light\", \"later\": 1}");
        assertThat(file().load().complaint()).isEmpty();
        assertThat(file().load().settings().dark()).isFalse();
    }

    @Test
    void savingLeavesNothingElseBehind() throws IOException {
        file().save(Settings.DEFAULT);
        file().save(Settings.DEFAULT);
        try (var files = Files.list(path().getParent())) {
            assertThat(files).containsExactly(path());
        }
    }

    @Test
    void aPlaceThatCannotBeWrittenIsToldInASentence() throws IOException {
        Files.writeString(folder.resolve("config"), "a file where the folder should be");
        assertThat(file().save(Settings.DEFAULT))
                .get()
                .asString()
                .contains("not saved")
                .endsWith(".");
    }

    private SettingsFile file() {
        return new SettingsFile(path());
    }

    private Path path() {
        return folder.resolve("config").resolve("settings.json");
    }
}
