package cachescope.engine.strategy;

/** Words of others as a message quotes them: on one line, and not too much of it. */
public final class Quoted {
    private static final int LENGTH_MAX = 60;

    private Quoted() {}

    /** The words in quotation marks. */
    public static String of(String text) {
        return "'" + cut(text) + "'";
    }

    /** The words as they are. */
    static String cut(String text) {
        var line = new StringBuilder();
        text.codePoints()
                .limit(LENGTH_MAX)
                .forEach(
                        point -> line.appendCodePoint(Character.isISOControl(point) ? '?' : point));
        return line.length() < text.length() ? line + "…" : line.toString();
    }
}
