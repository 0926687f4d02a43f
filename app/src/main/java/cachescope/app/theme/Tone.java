package cachescope.app.theme;

import java.util.Locale;

/**
 * A colour by what it means. Its value is in css, under the same name in small letters with dashes:
 * {@code -database-call}.
 */
public enum Tone {
    /** Behind everything. */
    GROUND,
    /** Behind side panels, header and tape. */
    PANEL,
    /** A box or control on either. */
    RAISED,
    /** The groove of a slider, the empty part of a bar. */
    SUNKEN,
    LINE,
    DIM,
    TEXT,
    BRIGHT,
    ACCENT,
    READ,
    WRITE,
    DELETE,
    HIT,
    MISS,
    STALE,
    MESSAGE,
    /** Work that no request waits for: a refresh, a flush. */
    BACKGROUND,
    DATABASE_CALL,
    /** A change of strategy or a fault on the tape. */
    MARKER,
    /** A tier that does not answer; lighter than a miss, for words. */
    FAILED,
    WARNING,
    TIER_CLIENT,
    TIER_EDGE,
    TIER_BALANCER,
    TIER_APP,
    TIER_REDIS,
    TIER_DATABASE;

    /** The colour's name in css. */
    public String cssName() {
        return "-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
