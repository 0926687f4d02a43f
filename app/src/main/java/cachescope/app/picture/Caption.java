package cachescope.app.picture;

/**
 * What a picture of the window says of the run beside what its log tells.
 *
 * @param traffic the name of the traffic
 * @param world the world that the run took place in: {@code simulated}
 * @param saved whether the log was saved to a file, so that nothing about the run can be changed
 * @param speed recorded seconds in one second; 0 is as fast as possible
 * @param redisVersion empty, as the other one, where no store is known
 */
public record Caption(
        String traffic,
        String world,
        boolean saved,
        double speed,
        String redisVersion,
        String sqliteVersion) {}
