package cachescope.app.lru;

/** Keys where there is little room: their ends tell them apart, so these are kept. */
final class KeyWords {
    /** What a letter of the font with letters of one width takes, by the font's size. */
    private static final double LETTER = 0.6;

    private static final String ELLIPSIS = "…";

    private KeyWords() {}

    /** A key, without its beginning where it does not fit. */
    static String fitting(String key, double width, double fontSize) {
        int letters = (int) Math.max(2, Math.floor(width / (fontSize * LETTER)));
        if (key.length() <= letters) {
            return key;
        }
        int name = Math.max(key.lastIndexOf(':'), key.lastIndexOf('/')) + 1;
        var end = key.substring(name);
        return !end.isEmpty() && end.length() <= letters
                ? end
                : ELLIPSIS + key.substring(key.length() - letters + 1);
    }
}
