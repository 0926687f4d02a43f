package cachescope.app.cli;

import picocli.CommandLine.TypeConversionException;

/** How fast recorded traffic runs, in recorded seconds a second; 0 is as fast as possible. */
record Speed(double factor) {
    static final Speed MAX = new Speed(0);

    private static final double FACTOR_MAX = 1e6;

    /** Reads {@code max} or a number. */
    static Speed parse(String text) {
        return text.equals("max") ? MAX : new Speed(factor(text));
    }

    private static double factor(String text) {
        try {
            double factor = Double.parseDouble(text);
            if (factor > 0 && factor <= FACTOR_MAX) {
                return factor;
            }
            throw refused(text);
        } catch (NumberFormatException noNumber) {
            var refusal = refused(text);
            refusal.initCause(noNumber);
            throw refusal;
        }
    }

    private static TypeConversionException refused(String text) {
        return new TypeConversionException(
                "'"
                        + text
                        + "' is no speed: expected max, or a number above 0 and at most 1000000");
    }

    @Override
    public String toString() {
        return factor == 0 ? "max" : Double.toString(factor);
    }
}
