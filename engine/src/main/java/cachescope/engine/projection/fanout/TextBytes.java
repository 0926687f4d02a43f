package cachescope.engine.projection.fanout;

/** How large a text is when it is sent. */
final class TextBytes {
    private TextBytes() {}

    /** In UTF-8. */
    static long of(String text) {
        return text.codePoints().mapToLong(TextBytes::of).sum();
    }

    private static long of(int codePoint) {
        if (codePoint < 0x80) {
            return 1;
        }
        return codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
    }
}
