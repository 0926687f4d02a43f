package cachescope.app.header;

import cachescope.app.words.Counts;

/**
 * How far something has come that takes long.
 *
 * @param what what is being done, to which file: {@code Reading build.jsonl.gz}
 * @param share from 0 to 1; below 0 where it is not known
 * @param amount how much is done: {@code 12.4 MB of 41.0 MB}
 */
public record Progress(String what, double share, String amount) {

    /**
     * How far the reading of a file has come.
     *
     * @param total 0 where it is not known
     */
    public static Progress ofBytes(String what, long done, long total) {
        return of(what, done, total, Counts.bytes(done), Counts.bytes(total));
    }

    /**
     * How far something has come that is told in words.
     *
     * @param total 0 where it is not known
     */
    public static Progress of(
            String what, long done, long total, String doneWords, String totalWords) {
        return total <= 0
                ? new Progress(what, -1, doneWords)
                : new Progress(
                        what, Math.min(1, (double) done / total), doneWords + " of " + totalWords);
    }
}
