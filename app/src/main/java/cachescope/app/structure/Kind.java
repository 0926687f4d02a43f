package cachescope.app.structure;

import java.util.List;

/** The structures that can be tried out. */
enum Kind {
    STRINGS(
            "Strings",
            "A JSON value that lives for a minute, an atomic counter, and many keys in one round trip.",
            StringSteps.ALL),
    HASHES(
            "Hashes",
            "An object by fields: one is read or written without the rest, and all live for ten minutes.",
            HashSteps.ALL),
    LISTS(
            "Lists",
            "The newest 100 orders: each is pushed before the first, the rest is trimmed, and a day without any ends them.",
            ListSteps.ALL),
    SETS(
            "Sets",
            "Tags of articles: each is there once, and the server finds those that articles have in common.",
            SetSteps.ALL);

    private final String title;
    private final String sentence;
    private final List<Step> steps;

    Kind(String title, String sentence, List<Step> steps) {
        this.title = title;
        this.sentence = sentence;
        this.steps = steps;
    }

    String title() {
        return title;
    }

    String sentence() {
        return sentence;
    }

    List<Step> steps() {
        return steps;
    }
}
