package cachescope.engine.port;

/**
 * A pattern of keys as Redis knows it: {@code *} any characters, {@code ?} any one, {@code [a-z]}
 * one of a set and {@code [^a-z]} one not of it, a backslash for the character itself.
 */
public record Glob(String text) {

    /** Whether a key is one of those that are meant. Takes time of the order of both lengths. */
    public boolean matches(String key) {
        int at = 0;
        int from = 0;
        int star = -1;
        int retry = 0;
        while (at < key.length()) {
            if (from < text.length() && text.charAt(from) == '*') {
                star = from++;
                retry = at;
                continue;
            }
            int after = from < text.length() ? afterOne(from, key.charAt(at)) : -1;
            if (after >= 0) {
                from = after;
                at++;
            } else if (star >= 0) {
                from = star + 1;
                at = ++retry;
            } else {
                return false;
            }
        }
        while (from < text.length() && text.charAt(from) == '*') {
            from++;
        }
        return from == text.length();
    }

    /** Where the pattern goes on after what stands at a place; -1 if a character is not meant. */
    private int afterOne(int from, char character) {
        char sign = text.charAt(from);
        return switch (sign) {
            case '?' -> from + 1;
            case '[' -> afterSet(from + 1, character);
            case '\\' -> {
                int literal = Math.min(from + 1, text.length() - 1);
                yield text.charAt(literal) == character ? literal + 1 : -1;
            }
            default -> sign == character ? from + 1 : -1;
        };
    }

    private int afterSet(int from, char character) {
        boolean not = from < text.length() && text.charAt(from) == '^';
        int at = not ? from + 1 : from;
        boolean found = false;
        while (at < text.length() && text.charAt(at) != ']') {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
            }
            char first = text.charAt(at);
            boolean span =
                    at + 2 < text.length()
                            && text.charAt(at + 1) == '-'
                            && text.charAt(at + 2) != ']';
            char last = span ? text.charAt(at + 2) : first;
            found |= Math.min(first, last) <= character && character <= Math.max(first, last);
            at += span ? 3 : 1;
        }
        return found == not ? -1 : Math.min(at + 1, text.length());
    }
}
