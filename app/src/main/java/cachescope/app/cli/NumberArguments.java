package cachescope.app.cli;

import picocli.CommandLine.TypeConversionException;

/** Reads numbers from the command line; what is none is refused in the words of people. */
final class NumberArguments {
    private NumberArguments() {}

    static Integer integer(String text) {
        return Math.toIntExact(whole(text, Integer.MAX_VALUE));
    }

    static Long whole(String text) {
        return whole(text, Long.MAX_VALUE);
    }

    static Double number(String text) {
        try {
            return Double.valueOf(text);
        } catch (NumberFormatException noNumber) {
            throw refusal("expected a number, but found '" + text + "'", noNumber);
        }
    }

    private static long whole(String text, long most) {
        try {
            long number = Long.parseLong(text);
            if (number < -most || number > most) {
                throw new NumberFormatException(text);
            }
            return number;
        } catch (NumberFormatException noNumber) {
            boolean large = text.matches("[+-]?[0-9]+");
            throw refusal(
                    "expected a whole number"
                            + (large ? " of at most " + most : "")
                            + ", but found '"
                            + text
                            + "'",
                    noNumber);
        }
    }

    private static TypeConversionException refusal(String sentence, NumberFormatException cause) {
        var refusal = new TypeConversionException(sentence);
        refusal.initCause(cause);
        return refusal;
    }
}
