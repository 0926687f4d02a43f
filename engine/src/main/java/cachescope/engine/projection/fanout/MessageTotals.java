package cachescope.engine.projection.fanout;

/**
 * What messages came to and cost, from the run's start.
 *
 * @param late those of the delivered that came too late for a read
 * @param lost those that never came to a node that they were sent to
 * @param away those that were not sent to a node, as it did not listen
 * @param bytes of texts: once to Redis, and once to each receiver
 * @param writes how many versions were committed
 */
public record MessageTotals(
        long published, long delivered, long late, long lost, long away, long bytes, long writes) {
    static final MessageTotals NONE = new MessageTotals(0, 0, 0, 0, 0, 0, 0);

    /** How many deliveries a committed version led to; NaN before the first. */
    public double deliveriesPerWrite() {
        return writes == 0 ? Double.NaN : (double) delivered / writes;
    }

    MessageTotals published(long textBytes, int awayNodes) {
        return new MessageTotals(
                published + 1, delivered, late, lost, away + awayNodes, bytes + textBytes, writes);
    }

    MessageTotals delivered(boolean tooLate) {
        return new MessageTotals(
                published, delivered + 1, late + (tooLate ? 1 : 0), lost, away, bytes, writes);
    }

    MessageTotals oneLost() {
        return new MessageTotals(published, delivered, late, lost + 1, away, bytes, writes);
    }

    MessageTotals written() {
        return new MessageTotals(published, delivered, late, lost, away, bytes, writes + 1);
    }
}
