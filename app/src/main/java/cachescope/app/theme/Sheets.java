package cachescope.app.theme;

import java.util.Objects;

/** Finds the css of a view: it lies in the view's package and has its name. */
public final class Sheets {
    private Sheets() {}

    /** The address of a view's css, for {@code getStylesheets()}. */
    public static String of(Class<?> view) {
        return named(view, view.getSimpleName());
    }

    static String named(Class<?> beside, String name) {
        var file = name + ".css";
        return Objects.requireNonNull(beside.getResource(file), file).toExternalForm();
    }
}
