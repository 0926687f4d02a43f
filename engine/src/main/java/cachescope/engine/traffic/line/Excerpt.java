package cachescope.engine.traffic.line;

/** A piece of a recording, short and printable, to be shown in a message. */
public final class Excerpt {
    /** The most characters of a text that a message shows. */
    public static final int LONGEST = 40;

    private Excerpt() {}

    /**
     * The text in double quotes, cut after {@value #LONGEST} characters, with everything
     * unprintable as a dot.
     */
    public static String of(String text) {
        var excerpt = new StringBuilder("\"");
        text.codePoints()
                .limit(LONGEST)
                .forEach(point -> excerpt.appendCodePoint(printable(point) ? point : '.'));
        return excerpt.append(text.codePointCount(0, text.length()) > LONGEST ? "...\"" : "\"")
                .toString();
    }

    private static boolean printable(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> true;
        };
    }
}
