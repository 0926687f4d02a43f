package cachescope.engine.sizing;

/**
 * What is asked for as a whole. All of it is estimated where only a sample of the keys was
 * followed.
 *
 * @param requests of any kind
 * @param uniqueKeys how many entries would be held in the end if nothing ever left: the working set
 * @param uniqueBytes the bytes of their values; 0 where sizes were not looked at
 * @param oneHitWonders the share of the keys that were asked for once, from 0 to 1
 * @param seconds from the recording's start to the last request
 */
public record Workload(
        long requests, long uniqueKeys, long uniqueBytes, double oneHitWonders, double seconds) {}
