package cachescope.engine.traffic;

/**
 * What can be said of traffic as a whole. {@code seconds} runs from the recording's start to its
 * last request; {@code uniqueKeysEstimated} tells that there were too many keys to count exactly.
 */
public record TrafficSummary(
        long requests,
        long reads,
        long writes,
        long deletes,
        long uniqueKeys,
        boolean uniqueKeysEstimated,
        double seconds) {}
