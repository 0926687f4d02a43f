package cachescope.engine.port;

import java.util.List;
import java.util.Optional;

/** What Redis answers to a command. */
public sealed interface Reply {

    /** There is nothing. */
    record Nothing() implements Reply {}

    /** A number, such as a length or how many were changed. */
    record Count(long number) implements Reply {}

    /** A text: a value, or OK. */
    record Text(String text) implements Reply {}

    /** Several texts. */
    record Texts(List<String> texts) implements Reply {
        public Texts {
            texts = List.copyOf(texts);
        }
    }

    /** The text; empty where there is nothing. */
    default Optional<String> asText() {
        return switch (this) {
            case Nothing _ -> Optional.empty();
            case Text(var text) -> Optional.of(text);
            case Count _, Texts _ -> throw other("a text");
        };
    }

    /** The number. */
    default long asNumber() {
        if (this instanceof Count(var number)) {
            return number;
        }
        throw other("a number");
    }

    /** The texts. */
    default List<String> asTexts() {
        if (this instanceof Texts(var texts)) {
            return texts;
        }
        throw other("several texts");
    }

    private IllegalStateException other(String expected) {
        return new IllegalStateException("expected " + expected + ", not " + this);
    }
}
