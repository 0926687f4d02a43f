package cachescope.engine.run;

import cachescope.engine.strategy.Balancer;
import cachescope.engine.traffic.Request;

/** How the load balancer chooses: by the number of a node, counted from 0, that is asked first. */
interface Balancing {

    /** The node to try first, of so many. For one task at a time. */
    int first(Request request, int nodes);

    static Balancing of(Balancer balancer) {
        return switch (balancer) {
            case ROUND_ROBIN -> new RoundRobin();
            case CLIENT -> new ByClient();
            case KEY -> new ByKey();
        };
    }

    /** One after the other. */
    final class RoundRobin implements Balancing {
        private int next;

        @Override
        public int first(Request request, int nodes) {
            int chosen = next % nodes;
            next = chosen + 1;
            return chosen;
        }
    }

    /** By the client; a request of which the recording names none goes by its key. */
    final class ByClient implements Balancing {
        @Override
        public int first(Request request, int nodes) {
            var client = request.client();
            return place(client == null ? request.key() : client, nodes);
        }
    }

    /** By the key. */
    final class ByKey implements Balancing {
        @Override
        public int first(Request request, int nodes) {
            return place(request.key(), nodes);
        }
    }

    /** The hash is mixed, since those of like texts are alike. */
    private static int place(String text, int nodes) {
        int hash = text.hashCode() * 0x9E3779B9;
        return Math.floorMod(hash ^ hash >>> 16, nodes);
    }
}
