package cachescope.app.theme;

import atlantafx.base.theme.NordDark;
import atlantafx.base.theme.NordLight;
import javafx.application.Application;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Scene;
import javafx.stage.PopupWindow;
import javafx.stage.Window;

/**
 * Dresses scenes in the dark or the light form of the theme; both can be switched while they are
 * shown. FX thread only.
 */
public final class Theme {
    private static final String COMMON = Sheets.named(Theme.class, "common");
    private static final String CONTROLS = Sheets.named(Theme.class, "controls");

    private final ReadOnlyObjectWrapper<Mode> mode =
            new ReadOnlyObjectWrapper<>(this, "mode", Mode.DARK);

    public Theme() {
        Fonts.load();
        useBase(Mode.DARK);
    }

    public ReadOnlyObjectProperty<Mode> modeProperty() {
        return mode.getReadOnlyProperty();
    }

    public Mode mode() {
        return mode.get();
    }

    /** Tooltips and menus that are open are closed: they would keep half of the old colours. */
    public void set(Mode next) {
        Window.getWindows().stream()
                .filter(PopupWindow.class::isInstance)
                .toList()
                .forEach(Window::hide);
        useBase(next);
        mode.set(next);
    }

    public void toggle() {
        set(mode().other());
    }

    /** Dresses a scene, now and at each later switch. */
    public void dress(Scene scene) {
        scene.getStylesheets().setAll(colours(), COMMON, CONTROLS);
        mode.addListener((_, _, _) -> scene.getStylesheets().set(0, colours()));
    }

    private String colours() {
        return switch (mode()) {
            case DARK -> Sheets.named(Theme.class, "dark");
            case LIGHT -> Sheets.named(Theme.class, "light");
        };
    }

    private static void useBase(Mode mode) {
        var base =
                switch (mode) {
                    case DARK -> new NordDark();
                    case LIGHT -> new NordLight();
                };
        Application.setUserAgentStylesheet(base.getUserAgentStylesheet());
    }
}
