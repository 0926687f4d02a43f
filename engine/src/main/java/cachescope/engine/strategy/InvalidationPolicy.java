package cachescope.engine.strategy;

/** How copies learn of a write; {@code tags} is how tags are kept where they are used. */
public record InvalidationPolicy(InvalidationName name, TagForm tags) {
    public static final InvalidationPolicy DEFAULT =
            new InvalidationPolicy(InvalidationName.TTL, TagForm.VERSIONS);

    public InvalidationPolicy withName(InvalidationName newName) {
        return new InvalidationPolicy(newName, tags);
    }

    public InvalidationPolicy withTags(TagForm newTags) {
        return new InvalidationPolicy(name, newTags);
    }
}
