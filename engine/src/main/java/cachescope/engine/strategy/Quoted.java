package cachescope.engine.strategy;

/** Words of others as a message quotes them: on one line, and not too much of it. */
public final class Quoted {
    private static final int LENGTH_MAX = 60;

    private Quoted() {}

    public static String of(String text) {
        var line = new StringBuilder("'");
        text.codePoints()
                .limit(LENGTH_MAX)
                .forEach(
                        point -> line.appendCodePoint(Character.isISOControl(point) ? '?' : point));
        return line.append(text.codePointCount(0, text.length()) > LENGTH_MAX ? "…'" : "'")
                .toString();
    }
}
