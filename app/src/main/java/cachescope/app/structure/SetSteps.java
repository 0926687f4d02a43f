package cachescope.app.structure;

import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.StructureStore;
import cachescope.engine.structure.TagSet;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** Tags of articles. */
final class SetSteps {
    private static final List<List<String>> TAGS =
            List.of(
                    List.of("redis", "caching", "java", "ttl"),
                    List.of("caching", "java", "sqlite", "ttl"),
                    List.of("java", "javafx", "caching"));

    static final List<Step> ALL =
            List.of(
                    new Step(
                            "tag-articles",
                            "Tag three articles",
                            "SADD and EXPIRE for each of three articles.",
                            SetSteps::tag),
                    new Step(
                            "read-tags",
                            "Tags of article 1",
                            "SMEMBERS: all tags, in no order.",
                            SetSteps::read),
                    new Step(
                            "common-two",
                            "Common tags of 1 and 2",
                            "SINTER of two sets: the server compares them, and only what is common comes back.",
                            (store, _) -> common(store, 2)),
                    new Step(
                            "common-three",
                            "Common tags of all three",
                            "SINTER of three sets.",
                            (store, _) -> common(store, 3)));

    /** All keys that the steps make. */
    static final List<String> KEYS =
            IntStream.rangeClosed(1, TAGS.size()).mapToObj(SetSteps::key).toList();

    private SetSteps() {}

    private static String key(int article) {
        return "article:" + article + ":tags";
    }

    private static TagSet tags(StructureStore store, int article) {
        return new TagSet(store, key(article), Duration.ofHours(1));
    }

    private static String tag(StructureStore store, int turn) throws CacheUnavailable {
        for (int article = 1; article <= TAGS.size(); article++) {
            tags(store, article).add(TAGS.get(article - 1));
        }
        return "Three articles have their tags for an hour.";
    }

    private static String read(StructureStore store, int turn) throws CacheUnavailable {
        return words(tags(store, 1).tags());
    }

    private static String common(StructureStore store, int articles) throws CacheUnavailable {
        var others =
                IntStream.rangeClosed(2, articles)
                        .mapToObj(article -> tags(store, article))
                        .toList();
        return words(tags(store, 1).common(others));
    }

    private static String words(List<String> tags) {
        return tags.isEmpty() ? "No tags." : String.join(", ", tags);
    }
}
