package cachescope.app.controls;

import java.util.Locale;

/** The parts of the strategy panel that can be folded away. */
public enum Section {
    EXPIRY("EXPIRY", true),
    INVALIDATION("INVALIDATION", true),
    GUARD("GUARD", true),
    NODES("NODES", true),
    DATABASE("DATABASE", true),
    WRITE_BEHIND("WRITE-BEHIND", true),
    TROUBLE("TROUBLE", true),
    SIMULATED_WORLD("SIMULATED WORLD", false),
    PROTECTION("WHAT PROTECTS THIS STRATEGY", false);

    private final String title;
    private final boolean openAtFirst;

    Section(String title, boolean openAtFirst) {
        this.title = title;
        this.openAtFirst = openAtFirst;
    }

    String title() {
        return title;
    }

    /** Whether it is open where nothing is remembered. */
    boolean isOpenAtFirst() {
        return openAtFirst;
    }

    /** The name by which it is remembered, such as {@code write-behind}. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
