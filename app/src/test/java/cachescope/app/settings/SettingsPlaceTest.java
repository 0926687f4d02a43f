package cachescope.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsPlaceTest {
    private static final Path HOME = Path.of("/home/ada").toAbsolutePath();

    @Test
    void linuxKeepsThemWhereXdgSays() {
        assertThat(SettingsPlace.of(Map.of("XDG_CONFIG_HOME", "/x"), "Linux", HOME))
                .isEqualTo(Path.of("/x/cachescope/settings.json"));
        assertThat(SettingsPlace.of(Map.of(), "Linux", HOME))
                .isEqualTo(HOME.resolve(".config/cachescope/settings.json"));
    }

    @Test
    void aFolderThatIsNotAbsoluteIsPassedOver() {
        assertThat(SettingsPlace.of(Map.of("XDG_CONFIG_HOME", "x"), "Linux", HOME))
                .isEqualTo(HOME.resolve(".config/cachescope/settings.json"));
    }

    @Test
    void otherDesktopsHaveTheirOwnPlaces() {
        assertThat(SettingsPlace.of(Map.of(), "Mac OS X", HOME))
                .isEqualTo(HOME.resolve("Library/Application Support/Cachescope/settings.json"));
        assertThat(SettingsPlace.of(Map.of("APPDATA", "/roaming"), "Windows 11", HOME))
                .isEqualTo(Path.of("/roaming/Cachescope/settings.json"));
        assertThat(SettingsPlace.of(Map.of(), "Windows 11", HOME))
                .isEqualTo(HOME.resolve("AppData/Roaming/Cachescope/settings.json"));
    }

    @Test
    void aWindowThatNobodyCouldGetHoldOfIsKnown() {
        var place = new WindowPlace(100, 100, 1440, 900, false);
        assertThat(place.isReachableOn(0, 0, 1920, 1080)).isTrue();
        assertThat(place.isReachableOn(2000, 0, 1920, 1080)).isFalse();
        assertThat(new WindowPlace(-1400, 100, 1440, 900, false).isReachableOn(0, 0, 1920, 1080)).isFalse();
    }
}
