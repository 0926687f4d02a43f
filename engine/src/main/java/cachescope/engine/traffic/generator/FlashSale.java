package cachescope.engine.traffic.generator;

import cachescope.engine.event.Operation;
import cachescope.engine.traffic.Request;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A shop in which one product is suddenly sold cheaply. Before and after, customers look at
 * products by Zipf's law; during the sale most of them want the same one, and their orders write
 * its stock.
 */
final class FlashSale implements Scene {
    private static final int PRODUCTS = 3_000;
    private static final int CUSTOMERS = 400;
    private static final int ON_SALE = 1_234;
    private static final double SALE_BEGINS = 0.3;
    private static final double SALE_ENDS = 0.8;
    private static final double WANT_THE_SALE = 0.7;
    private static final long STOCK_SIZE = 16;

    private final Zipf products = new Zipf(PRODUCTS, 1.0);

    @Override
    public Rhythm rhythm() {
        return new Rhythm(
                List.of(
                        new Rhythm.Phase(SALE_BEGINS, 1),
                        new Rhythm.Phase(0.2, 5),
                        new Rhythm.Phase(0.3, 3),
                        new Rhythm.Phase(0.2, 1)));
    }

    @Override
    public Request request(long at, double share, SplittableRandom random) {
        var customer = random.nextInt(CUSTOMERS);
        boolean sale = share >= SALE_BEGINS && share < SALE_ENDS;
        return sale && random.nextDouble() < WANT_THE_SALE
                ? inTheSale(at, customer, random)
                : elsewhere(at, customer, random);
    }

    private static Request inTheSale(long at, int customer, SplittableRandom random) {
        double choice = random.nextDouble();
        if (choice < 0.78) {
            return product(at, ON_SALE, customer);
        }
        return stock(at, choice < 0.92 ? Operation.READ : Operation.WRITE, ON_SALE, customer);
    }

    private Request elsewhere(long at, int customer, SplittableRandom random) {
        int product = products.draw(random);
        double choice = random.nextDouble();
        if (choice < 0.80) {
            return product(at, product, customer);
        }
        if (choice < 0.90) {
            return stock(at, Operation.READ, product, customer);
        }
        if (choice < 0.92) {
            return stock(at, Operation.WRITE, product, customer);
        }
        var operation =
                choice < 0.95
                        ? Operation.READ
                        : choice < 0.985 ? Operation.WRITE : Operation.DELETE;
        return of(at, operation, "basket:" + customer, 220, customer);
    }

    private static Request product(long at, int product, int customer) {
        return of(
                at, Operation.READ, "product:" + product, 800 + product * 7_919L % 5_000, customer);
    }

    private static Request stock(long at, Operation operation, int product, int customer) {
        return of(at, operation, "stock:" + product, STOCK_SIZE, customer);
    }

    private static Request of(long at, Operation operation, String key, long size, int customer) {
        long bytes = operation == Operation.DELETE ? Request.UNKNOWN_SIZE : size;
        return new Request(at, operation, key, bytes, "customer-" + customer, null, List.of());
    }
}
