package cachescope.app.export;

/** How far the writing of a file is. */
public sealed interface Done {

    /** Nothing is being written. */
    record Nothing() implements Done {}

    /**
     * Something is being written.
     *
     * @param share from 0 to 1; negative where nobody knows
     */
    record Part(String words, double share) implements Done {}

    /** It is written, or could not be: a sentence says which. */
    record All(String sentence) implements Done {}
}
