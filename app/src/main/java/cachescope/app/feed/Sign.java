package cachescope.app.feed;

import java.util.Locale;

/** What a line of the feed is about, as a glyph, so that it can be told without its colour. */
public enum Sign {
    STALE("△"),
    MISS("○"),
    WRITE("■"),
    FAILED("✕"),
    BACK("✓"),
    REFRESH("⟳"),
    KEPT("≠"),
    CHANGED("◆"),
    WAIT("…"),
    RUN("▸");

    private final String glyph;

    Sign(String glyph) {
        this.glyph = glyph;
    }

    public String glyph() {
        return glyph;
    }

    /** The class by which css colours it. */
    public String style() {
        return "sign-" + name().toLowerCase(Locale.ROOT);
    }
}
