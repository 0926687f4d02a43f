package cachescope.app.lru;

import java.util.Locale;

/** What can be typed in the sandbox. */
sealed interface Command {
    /** The largest capacity: as many nodes as can be followed. */
    int CAPACITY_MAX = 40;

    /** How long a key may be. */
    int KEY_MAX = 40;

    String FORMS = "get KEY, put KEY VALUE, remove KEY, capacity N or clear";

    record Get(String key) implements Command {}

    record Put(String key, String value) implements Command {}

    record Remove(String key) implements Command {}

    record Capacity(int entries) implements Command {}

    record Clear() implements Command {}

    /** What is wrong with a command; the message is a sentence. */
    final class BadCommandException extends Exception {
        private static final long serialVersionUID = 1L;

        BadCommandException(String message) {
            super(message);
        }
    }

    /** Reads a command. */
    static Command parse(String text) throws BadCommandException {
        var words = text.strip().split("\\s+");
        return switch (words[0].toLowerCase(Locale.ROOT)) {
            case "get" -> new Get(key(words, 2));
            case "put" -> {
                var key = key(words, 3);
                yield new Put(key, words[2]);
            }
            case "remove" -> new Remove(key(words, 2));
            case "capacity" -> new Capacity(capacity(words));
            case "clear" -> {
                count(words, 1);
                yield new Clear();
            }
            case "" -> throw new BadCommandException("Expected " + FORMS + ".");
            default ->
                    throw new BadCommandException(
                            "Unknown command \"" + words[0] + "\": expected " + FORMS + ".");
        };
    }

    private static String key(String[] words, int count) throws BadCommandException {
        count(words, count);
        if (words[1].length() > KEY_MAX) {
            throw new BadCommandException(
                    "A key has at most "
                            + KEY_MAX
                            + " letters, but this one has "
                            + words[1].length()
                            + ".");
        }
        return words[1];
    }

    private static void count(String[] words, int count) throws BadCommandException {
        if (words.length != count) {
            throw new BadCommandException(
                    "\""
                            + words[0]
                            + "\" takes "
                            + (count == 1 ? "nothing" : count == 2 ? "one word" : "two words")
                            + ", but found "
                            + (words.length - 1)
                            + ": expected "
                            + FORMS
                            + ".");
        }
    }

    private static int capacity(String[] words) throws BadCommandException {
        count(words, 2);
        try {
            int entries = Integer.parseInt(words[1]);
            if (entries >= 1 && entries <= CAPACITY_MAX) {
                return entries;
            }
        } catch (NumberFormatException notANumber) {
            // told below, with the same words
        }
        throw new BadCommandException(
                "capacity: expected a whole number from 1 to "
                        + CAPACITY_MAX
                        + ", but found "
                        + words[1]
                        + ".");
    }
}
