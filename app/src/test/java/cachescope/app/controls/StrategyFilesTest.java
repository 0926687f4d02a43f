package cachescope.app.controls;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.app.files.FileKind;
import cachescope.app.files.FilePicker;
import cachescope.engine.strategy.PatternName;
import cachescope.engine.strategy.Strategy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class StrategyFilesTest {
    @TempDir Path folder;
    private final List<String> messages = new ArrayList<>();
    private final StrategyViewModel model =
            new StrategyViewModel(Strategy.DEFAULT, Strategy.DEFAULT, _ -> Optional.empty(), messages::add);

    @Test
    void whatWasSavedIsLoadedAgain() {
        model.choose(PatternName.WRITE_BEHIND);
        var saved = model.strategy();
        files("s.json").save();
        model.reset();
        files("s.json").load();
        assertThat(model.strategy()).isEqualTo(saved);
        assertThat(messages).isEmpty();
    }

    @Test
    void aFileThatIsNoStrategyIsToldInASentenceAndChangesNothing() throws IOException {
        Files.writeString(folder.resolve("s.json"), "{\"pattern\":\"lucky\"}");
        files("s.json").load();
        assertThat(messages).singleElement().asString().contains("s.json").contains("lucky");
        assertThat(model.strategy()).isEqualTo(Strategy.DEFAULT);
    }

    @Test
    void aMissingFileIsTold() {
        files("none.json").load();
        assertThat(messages).singleElement().asString().contains("none.json");
    }

    @Test
    void aFolderThatIsNotThereIsToldWhenSaving() {
        files("no/such/folder.json").save();
        assertThat(messages).singleElement().asString().contains("folder.json");
    }

    @Test
    void whoChangesTheirMindHearsNothing() {
        new StrategyFiles(model, new Chosen(Optional.empty()), messages::add).load();
        new StrategyFiles(model, new Chosen(Optional.empty()), messages::add).save();
        assertThat(messages).isEmpty();
    }

    private StrategyFiles files(String name) {
        return new StrategyFiles(model, new Chosen(Optional.of(folder.resolve(name))), messages::add);
    }

    private record Chosen(Optional<Path> file) implements FilePicker {
        @Override
        public Optional<Path> open(String title, List<FileKind> kinds) {
            return file;
        }

        @Override
        public Optional<Path> save(String title, String suggestedName, List<FileKind> kinds) {
            return file;
        }
    }
}
