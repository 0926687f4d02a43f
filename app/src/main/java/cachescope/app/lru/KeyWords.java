package cachescope.app.lru;

/** Keys where there is little room: what follows their last separator comes first. */
final class KeyWords {
    /** What a letter of the font with letters of one width takes, by the font's size. */
    private static final double LETTER = 0.6;

    private static final String ELLIPSIS = "…";

    /** How long a key is in a sentence, and how much of that is its beginning, in letters. */
    private static final int BRIEF = 26;

    private static final int BEGINNING = 7;

    private KeyWords() {}

    /** Whether words fit as they are. */
    static boolean fits(String words, double width, double fontSize) {
        return words.length() <= Math.floor(width / (fontSize * LETTER));
    }

    /**
     * A key, or what fits of it: its last part, with some of the beginning where there is room, as
     * keys of two kinds may end alike; or the beginning of the last part.
     */
    static String fitting(String key, double width, double fontSize) {
        int letters = (int) Math.max(2, Math.floor(width / (fontSize * LETTER)));
        if (key.length() <= letters) {
            return key;
        }
        int name = Math.max(key.lastIndexOf(':'), key.lastIndexOf('/')) + 1;
        var end = name == key.length() ? key : key.substring(name);
        if (end.length() > letters) {
            return end.substring(0, letters - 1) + ELLIPSIS;
        }
        int beginning = letters - end.length() - 2;
        return beginning < 1
                ? end
                : key.substring(0, beginning) + ELLIPSIS + key.substring(name - 1);
    }

    /** A key in a sentence: where it is long, how it begins and how it ends. */
    static String brief(String key) {
        return key.length() <= BRIEF
                ? key
                : key.substring(0, BEGINNING)
                        + ELLIPSIS
                        + key.substring(key.length() - (BRIEF - BEGINNING - 1));
    }
}
