package cachescope.engine.sizing;

/**
 * Divides the numbers from 0 into buckets: one each for the small ones, and above them as many in
 * each doubling, as HdrHistogram (Gil Tene) does.
 *
 * @param bits a doubling has two to the power of this many
 */
record Buckets(int bits) {

    /** The bucket of a number of 0 or more. */
    int of(long number) {
        int shift = Math.max(0, 63 - Long.numberOfLeadingZeros(number) - bits);
        return (shift << bits) + (int) (number >>> shift);
    }

    /** The largest number of a bucket. */
    long largest(int bucket) {
        int shift = Math.max(0, (bucket >> bits) - 1);
        long base = bucket - ((long) shift << bits);
        return ((base + 1) << shift) - 1;
    }
}
