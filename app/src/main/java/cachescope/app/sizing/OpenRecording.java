package cachescope.app.sizing;

import cachescope.app.session.TrafficSource;

/**
 * The recording that the window has open.
 *
 * @param identity equal to that of another only if both are of the same requests
 */
public record OpenRecording(Object identity, TrafficSource source) {
    boolean isSame(OpenRecording other) {
        return identity.equals(other.identity);
    }
}
