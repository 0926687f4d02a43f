package cachescope.app.header;

import cachescope.app.words.Counts;

/**
 * How far something has come that takes long.
 *
 * @param what what is being done, to which file: {@code Reading build.jsonl.gz}
 * @param totalBytes 0 where it is not known
 */
public record Progress(String what, long doneBytes, long totalBytes) {

    /** From 0 to 1; below 0 where it is not known. */
    public double share() {
        return totalBytes <= 0 ? -1 : Math.min(1, (double) doneBytes / totalBytes);
    }

    /** {@code 12.4 of 41.0 MB}, as far as it is known. */
    public String amount() {
        return totalBytes <= 0
                ? Counts.bytes(doneBytes)
                : Counts.bytes(doneBytes) + " of " + Counts.bytes(totalBytes);
    }
}
