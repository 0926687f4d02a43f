package cachescope.engine.run;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * How far a run is.
 *
 * @param requests how many were let in
 * @param bytesRead how much of the recording was read, as it lies on the disk
 * @param totalBytes how much there is, where that is known
 * @param message why the run failed, in one sentence; absent if it did not
 * @param isWrongInput whether it failed because of the recording
 */
public record Progress(
        State state,
        long requests,
        long bytesRead,
        OptionalLong totalBytes,
        @Nullable String message,
        boolean isWrongInput) {

    /** What a run is doing. */
    public enum State {
        READY,
        RUNNING,
        /**
         * No more requests are let in; those in flight and the pending writes are being finished.
         */
        ENDING,
        COMPLETE,
        STOPPED,
        FAILED;

        public boolean isOver() {
            return this == COMPLETE || this == STOPPED || this == FAILED;
        }
    }

    /**
     * The share of the recording that was read, from 0 to 1; absent where its length is not known.
     */
    public OptionalLong percent() {
        return totalBytes.isPresent() && totalBytes.getAsLong() > 0
                ? OptionalLong.of(Math.min(100, bytesRead * 100 / totalBytes.getAsLong()))
                : OptionalLong.empty();
    }
}
