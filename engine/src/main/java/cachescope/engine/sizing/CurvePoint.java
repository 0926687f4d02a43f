package cachescope.engine.sizing;

/**
 * A point of a curve.
 *
 * @param missRatio the share of the requests that miss
 * @param byteMissRatio the share of the bytes asked for that miss; no number where sizes were not
 *     looked at
 * @param error how far the true miss ratio may be from this one; 0 where it is exact
 */
public record CurvePoint(long capacity, double missRatio, double byteMissRatio, double error) {}
