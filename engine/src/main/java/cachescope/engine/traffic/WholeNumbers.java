package cachescope.engine.traffic;

import cachescope.engine.traffic.line.BadLine;
import cachescope.engine.traffic.line.Excerpt;

/** Reads the whole numbers of a line, 0 or more and below 2^63, with blanks between them. */
final class WholeNumbers {
    private final String shape;
    private final String line;
    private int at;

    /**
     * The numbers of a line.
     *
     * @param shape what the line should look like, for messages
     */
    WholeNumbers(String line, String shape) {
        this.line = line;
        this.shape = shape;
    }

    /** The only number of a text. */
    static long single(String text, String shape) throws BadLine {
        var numbers = new WholeNumbers(text, shape);
        long number = numbers.next();
        numbers.end();
        return number;
    }

    /** The next number. */
    long next() throws BadLine {
        passBlanks();
        long number = 0;
        int start = at;
        while (at < line.length() && isDigit(line.charAt(at))) {
            int digit = line.charAt(at) - '0';
            if (number > (Long.MAX_VALUE - digit) / 10) {
                throw new BadLine(
                        "expected a number of at most "
                                + Long.MAX_VALUE
                                + ", found "
                                + Excerpt.of(line.substring(start)));
            }
            number = number * 10 + digit;
            at++;
        }
        if (at == start || (at < line.length() && !isBlank(line.charAt(at)))) {
            throw wrong();
        }
        return number;
    }

    /** Refuses a line that goes on. */
    void end() throws BadLine {
        passBlanks();
        if (at < line.length()) {
            throw wrong();
        }
    }

    /** The line is not what it should be. */
    BadLine wrong() {
        return new BadLine("expected " + shape + ", found " + Excerpt.of(line));
    }

    private void passBlanks() {
        while (at < line.length() && isBlank(line.charAt(at))) {
            at++;
        }
    }

    private static boolean isBlank(char character) {
        return character == ' ' || character == '\t';
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }
}
