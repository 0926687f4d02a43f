package cachescope.app.stage;

import cachescope.app.theme.Tone;

/**
 * What a packet is, told by its shape and its colour both. Where packets overlap the later ones
 * here lie above.
 */
enum Look {
    READ("read", Tone.READ),
    WRITE("write", Tone.WRITE),
    DELETE("delete", Tone.DELETE),
    HIT("hit", Tone.HIT),
    MISS("miss", Tone.MISS),
    STALE("stale", Tone.STALE),
    BACKGROUND("background", Tone.BACKGROUND),
    FAILED("failed", Tone.FAILED);

    private final String word;
    private final Tone tone;

    Look(String word, Tone tone) {
        this.word = word;
        this.tone = tone;
    }

    /** Its name in the legend. */
    String word() {
        return word;
    }

    Tone tone() {
        return tone;
    }
}
